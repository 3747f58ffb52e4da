/**
 * Files by their names: which are sound, which a folder holds, and how a name is written down so
 * that its file is found again. May import nothing of the program.
 *
 * <pre>{@code
 * List<Path> songs = io.auricle.file.AudioScan.below(Path.of("samples"));
 * System.out.println(songs.size() + " " + songs.get(0)); // all that is sound, in order
 * }</pre>
 */
@NullMarked
package io.auricle.file;

import org.jspecify.annotations.NullMarked;
