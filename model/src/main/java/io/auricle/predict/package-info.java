/**
 * From sound to predictions: segments, scores, tracks, ensembles. May import {@code bundle} and
 * {@code core}; the only package that sees ONNX Runtime.
 */
@NullMarked
package io.auricle.predict;

import org.jspecify.annotations.NullMarked;
