/**
 * Folders that the program makes for itself, and the one way in which it removes folders. Imports
 * nothing of the program.
 */
@NullMarked
package io.auricle.folder;

import org.jspecify.annotations.NullMarked;
