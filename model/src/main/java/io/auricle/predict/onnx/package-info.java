/**
 * ONNX graphs as scorers: natives, sessions, limits and named outputs. Knows shapes and names of
 * tensors, nothing of tracks or labels; the only package that sees {@code ai.onnxruntime}. Programs
 * need its limits alone:
 *
 * <pre>{@code
 * var limits = new io.auricle.predict.onnx.ScoringLimits(10); // seconds a network may take
 * try (Classifier genre = Classifiers.load("genre", limits)) {
 *   System.out.println(genre.predict(Path.of("samples/jazz.wav")).best().label());
 * }
 * }</pre>
 */
@NullMarked
package io.auricle.predict.onnx;

import org.jspecify.annotations.NullMarked;
