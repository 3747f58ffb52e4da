package io.auricle.spark.work;

import io.auricle.audio.DecodeException;

/** Decodes a sound. */
@FunctionalInterface
interface SoundOpener {
  /** Its samples from the first on, at a rate. */
  MeteredStream open(int sampleRateHz) throws DecodeException;
}
