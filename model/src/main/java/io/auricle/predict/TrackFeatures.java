package io.auricle.predict;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

/** The features of a track as a model hears them, for training. Stateless. */
public final class TrackFeatures {
  private static final int BLOCK = 1 << 14;

  private TrackFeatures() {}

  /** What a track is made of, block by block. */
  interface BlockListener {
    void block(float[] samples, int length);
  }

  /**
   * Extracts the features of each clip that is not silent.
   *
   * @param source named in messages
   * @return at least one matrix
   * @throws DecodeException if the stream is bad, too short or silent, as {@link
   *     Classifier#predict}
   */
  public static List<FeatureMatrix> extract(SampleStream stream, Path source, InputOptions input)
      throws DecodeException {
    return extract(stream, source, input, clip -> clip);
  }

  /**
   * The same of clips that are changed before, as training may want them.
   *
   * @param change gives the changed clip
   */
  public static List<FeatureMatrix> extract(
      SampleStream stream, Path source, InputOptions input, UnaryOperator<Signal> change)
      throws DecodeException {
    List<FeatureMatrix> features = new ArrayList<>();
    FeatureExtractor extractor = input.features().extractor();
    ClipCutter cutter =
        new ClipCutter(
            stream.sampleRateHz(),
            input.cut(),
            (clip, start) -> {
              if (!isSilent(clip)) {
                features.add(extractor.extract(change.apply(SteadyOffset.without(clip))));
              }
            });
    read(stream, source, cutter::push);
    cutter.finish();
    if (features.isEmpty()) {
      throw silent(source);
    }
    return features;
  }

  /**
   * Reads a stream to its end.
   *
   * @return its length in seconds
   */
  static double read(SampleStream stream, Path source, BlockListener listener)
      throws DecodeException {
    float[] block = new float[BLOCK];
    long samples = 0;
    for (int n = stream.read(block, 0, BLOCK); n >= 0; n = stream.read(block, 0, BLOCK)) {
      listener.block(block, n);
      samples += n;
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while classifying");
      }
    }
    double seconds = (double) samples / stream.sampleRateHz();
    if (seconds < Classifier.MINIMUM_SECONDS) {
      throw new DecodeException(
          ErrorCode.TOO_SHORT,
          source,
          "%.2f s of sound; at least %.0f s are needed"
              .formatted(seconds, Classifier.MINIMUM_SECONDS));
    }
    if (!stream.hasSound()) {
      throw silent(source);
    }
    return seconds;
  }

  static DecodeException silent(Path source) {
    return new DecodeException(
        ErrorCode.EMPTY,
        source,
        "nothing but silence: nothing varies above the last bit, so there is nothing to name");
  }

  /** Whether nothing varies by more than the smallest step of 16 bits up or down. */
  static boolean isSilent(Signal clip) {
    float low = clip.length() == 0 ? 0 : clip.at(0);
    float high = low;
    for (int i = 0; i < clip.length(); i++) {
      float x = clip.at(i);
      low = Math.min(low, x);
      high = Math.max(high, x);
      if (high - low >= 2 * Classifier.SILENCE_PEAK) {
        return false;
      }
    }
    return true;
  }
}
