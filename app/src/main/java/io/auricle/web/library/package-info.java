/**
 * A library as the server shows it: songs by queries, their sound, a map, corrections, playlists
 * and scans.
 */
@NullMarked
package io.auricle.web.library;

import org.jspecify.annotations.NullMarked;
