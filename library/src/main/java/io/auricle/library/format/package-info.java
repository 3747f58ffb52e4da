/**
 * How formats hold what a file says of itself, byte by byte: a field is changed, and every byte
 * that is not that field's stays what it was. Imports nothing of the program.
 */
@NullMarked
package io.auricle.library.format;

import org.jspecify.annotations.NullMarked;
