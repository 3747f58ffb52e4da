/** What the features of a run's model are worth. */
@NullMarked
package io.auricle.experiment.study;

import org.jspecify.annotations.NullMarked;
