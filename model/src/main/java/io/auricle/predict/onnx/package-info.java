/**
 * ONNX graphs as scorers: natives, sessions, limits and named outputs. Knows shapes and names of
 * tensors, nothing of tracks or labels; the only package that sees {@code ai.onnxruntime}. For
 * Auricle alone.
 */
@NullMarked
package io.auricle.predict.onnx;

import org.jspecify.annotations.NullMarked;
