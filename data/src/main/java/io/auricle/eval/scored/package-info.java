/**
 * What is judged: true answers beside scores, by item and by track, and the thresholds that decide.
 */
@NullMarked
package io.auricle.eval.scored;

import org.jspecify.annotations.NullMarked;
