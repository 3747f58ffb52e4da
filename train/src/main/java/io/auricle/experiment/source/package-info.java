/**
 * What an experiment learns from: tracks of its sources with what is true of them, their parts and
 * their features, from audio, tables or pictures.
 */
@NullMarked
package io.auricle.experiment.source;

import org.jspecify.annotations.NullMarked;
