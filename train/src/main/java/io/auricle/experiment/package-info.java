/** Experiments: from a YAML file to a run folder with a model bundle in it. */
@NullMarked
package io.auricle.experiment;

import org.jspecify.annotations.NullMarked;
