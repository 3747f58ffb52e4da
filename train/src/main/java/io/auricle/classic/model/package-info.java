/**
 * Trained classifiers and their parts, each written out as ONNX operators; training is next door.
 */
@NullMarked
package io.auricle.classic.model;

import org.jspecify.annotations.NullMarked;
