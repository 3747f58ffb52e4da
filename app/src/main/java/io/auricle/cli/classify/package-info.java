/**
 * {@code classify}: what is asked of it, and what it says of each file as a table for people, CSV
 * or JSON lines. What there is to tell comes from {@code io.auricle.classify}.
 */
@NullMarked
package io.auricle.cli.classify;

import org.jspecify.annotations.NullMarked;
