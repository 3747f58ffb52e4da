/**
 * {@code library}: a collection of music that is scanned once and then asked, as a table, CSV, JSON
 * lines or playlists. What a library is and knows comes from {@code io.auricle.library}.
 */
@NullMarked
package io.auricle.cli.library;

import org.jspecify.annotations.NullMarked;
