/**
 * One row of statistics a recording, as published tables have them. May use dsp, audio, feature and
 * its packages of single features.
 */
@NullMarked
package io.auricle.feature.statistics;

import org.jspecify.annotations.NullMarked;
