/** The command line: one class a command. */
@NullMarked
package io.auricle.cli;

import org.jspecify.annotations.NullMarked;
