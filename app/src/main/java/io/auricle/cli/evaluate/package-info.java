/**
 * {@code evaluate}, {@code compare}, {@code report} and {@code explore}: how good models are and
 * how classes lie to each other.
 */
@NullMarked
package io.auricle.cli.evaluate;

import org.jspecify.annotations.NullMarked;
