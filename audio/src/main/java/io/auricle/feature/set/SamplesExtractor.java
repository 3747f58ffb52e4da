package io.auricle.feature.set;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import io.auricle.feature.CheckedExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Framing;
import java.util.Arrays;
import java.util.List;

/**
 * The samples of {@link SamplesOptions}, a row each. Where they are standardised, a stream is read
 * twice. Silence gives 0, and so does a constant that is standardised.
 */
final class SamplesExtractor extends CheckedExtractor<SamplesOptions> {
  private static final int BLOCK = 1 << 14;

  /** Keeps silence from being divided by 0, as in the original. */
  private static final double LEAST_VARIANCE = 1e-7;

  SamplesExtractor(SamplesOptions options) {
    super(options, List.of("sample"));
  }

  @Override
  protected FeatureMatrix analyse(Signal signal) {
    float[] samples = Framing.samples(signal);
    if (options.standardised()) {
      Spread spread = new Spread();
      spread.add(samples, samples.length);
      spread.standardise(samples, samples.length);
    }
    return FeatureMatrix.wrap(samples.length, 1, samples);
  }

  @Override
  public void extract(SampleSource source, Rows rows) throws DecodeException {
    Spread spread = new Spread();
    if (options.standardised()) {
      read(source, spread::add);
    }
    read(
        source,
        (block, count) -> {
          float[] samples = Arrays.copyOf(block, count);
          if (options.standardised()) {
            spread.standardise(samples, count);
          }
          rows.add(FeatureMatrix.wrap(count, 1, samples));
        });
  }

  private interface Blocks {
    void take(float[] block, int count);
  }

  private void read(SampleSource source, Blocks blocks) throws DecodeException {
    try (SampleStream stream = source.open()) {
      Framing.checkStream(stream, options.sampleRateHz());
      float[] block = new float[BLOCK];
      boolean given = false;
      for (int count = stream.read(block, 0, BLOCK);
          count >= 0;
          count = stream.read(block, 0, BLOCK)) {
        Framing.limit(block, 0, count);
        blocks.take(block, count);
        given |= count > 0;
      }
      Framing.checkNotEmpty(given);
    }
  }

  /** Mean and variance of samples that come block by block, in double precision (Welford). */
  private static final class Spread {
    private long count;
    private double mean;
    private double squares;

    void add(float[] samples, int length) {
      for (int i = 0; i < length; i++) {
        double distance = samples[i] - mean;
        count++;
        mean += distance / count;
        squares += distance * (samples[i] - mean);
      }
    }

    void standardise(float[] samples, int length) {
      double scale = 1 / Math.sqrt(squares / count + LEAST_VARIANCE);
      for (int i = 0; i < length; i++) {
        samples[i] = (float) ((samples[i] - mean) * scale);
      }
    }
  }
}
