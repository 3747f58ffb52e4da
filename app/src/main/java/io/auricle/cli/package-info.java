/**
 * The door of the command line: starts the program, finds the command that is meant, says what is
 * wrong with a line. Nothing may import this package. A command lies with what only it needs in the
 * package of its subject; what several need is in {@code files}, {@code option} and {@code output}.
 */
@NullMarked
package io.auricle.cli;

import org.jspecify.annotations.NullMarked;
