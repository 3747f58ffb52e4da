/** What is measured of a song while models hear it: tempo, key, and marks that survive recoding. */
@NullMarked
package io.auricle.library.sound;

import org.jspecify.annotations.NullMarked;
