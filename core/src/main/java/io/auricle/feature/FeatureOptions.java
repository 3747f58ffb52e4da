package io.auricle.feature;

/**
 * What defines a feature set completely: a record whose components are hashed for caches and
 * written in model cards, so that a model is never fed other features than those it was trained on.
 */
public sealed interface FeatureOptions permits MelOptions, Gtzan57Options {
  /** The set's name in the catalogue, for instance {@code gtzan57}. */
  String set();

  /** The sample rate that signals must have. */
  int sampleRateHz();

  /** The extractor of these options. */
  FeatureExtractor extractor();
}
