/**
 * {@code network}, {@code train}, {@code teach}, {@code tune}, {@code reproduce} and {@code study}:
 * how models are made, and what of it is printed.
 */
@NullMarked
package io.auricle.cli.train;

import org.jspecify.annotations.NullMarked;
