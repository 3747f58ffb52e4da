/**
 * From sound to predictions: segments, scores, tracks, ensembles. May import {@code bundle} and
 * {@code audio}; ONNX Runtime itself stands in {@code predict.onnx}.
 *
 * <pre>{@code
 * try (Classifier genre = Classifiers.load("genre")) { // once, for all threads
 *   TrackPrediction song = genre.predict(Path.of("samples/jazz.wav"));
 *   System.out.println(song.sure() ? song.best().label() : "not sure: " + song.labels());
 * }
 * }</pre>
 */
@NullMarked
package io.auricle.predict;

import org.jspecify.annotations.NullMarked;
