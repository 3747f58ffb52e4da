/**
 * What was heard, written into the tags of files, and taken back. A file is either as it was or
 * wholly written, whatever stops the program.
 */
@NullMarked
package io.auricle.library.tag;

import org.jspecify.annotations.NullMarked;
