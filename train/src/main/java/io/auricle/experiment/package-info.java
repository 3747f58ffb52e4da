/**
 * Experiments: a YAML file in, a run folder with a model bundle out. May import everything of
 * {@code train} and below.
 */
@NullMarked
package io.auricle.experiment;

import org.jspecify.annotations.NullMarked;
