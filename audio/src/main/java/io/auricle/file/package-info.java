/**
 * Files by their names: which are sound, which a folder holds, and how a name is written down so
 * that its file is found again. May import nothing of the program.
 */
@NullMarked
package io.auricle.file;

import org.jspecify.annotations.NullMarked;
