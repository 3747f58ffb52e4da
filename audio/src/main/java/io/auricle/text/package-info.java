/**
 * Files of text: the one door through which they are read, and the cells of tables that are
 * written. Imports nothing of the program.
 */
@NullMarked
package io.auricle.text;

import org.jspecify.annotations.NullMarked;
