/** Experiments carried out: a run, a run of runs, runs over seeds and over folds. */
@NullMarked
package io.auricle.experiment.run;

import org.jspecify.annotations.NullMarked;
