/**
 * What is learned of a track, one label or several tags: what is true, how scores are calibrated
 * and decided, and how they are measured. Knows models and their cards, no data sets and no
 * experiments.
 */
@NullMarked
package io.auricle.experiment.task;

import org.jspecify.annotations.NullMarked;
