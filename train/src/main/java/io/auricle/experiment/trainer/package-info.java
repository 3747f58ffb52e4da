/** From labelled tracks to one model: classical ones and networks. */
@NullMarked
package io.auricle.experiment.trainer;

import org.jspecify.annotations.NullMarked;
