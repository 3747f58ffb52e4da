package io.auricle.feature.set;

import io.auricle.audio.Signal;
import io.auricle.dsp.Resampler;
import io.auricle.dsp.ResamplerFilter;
import io.auricle.feature.CheckedExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Framing;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pieces of {@link WaveformOptions}, {@code [pieces][pieceSamples]}: each is low-passed and
 * resampled by itself, as {@code librosa.resample} would, but by {@link Resampler}. A rest shorter
 * than a piece is dropped; a signal shorter than a piece is filled up with zeros. Silence gives 0.
 */
final class WaveformExtractor extends CheckedExtractor<WaveformOptions> {
  private final ResamplerFilter filter;

  WaveformExtractor(WaveformOptions options) {
    super(
        options,
        IntStream.rangeClosed(1, options.pieceSamples()).mapToObj(i -> "sample" + i).toList());
    this.filter = ResamplerFilter.of(options.pieceLength(), options.pieceSamples());
  }

  @Override
  protected FeatureMatrix analyse(Signal signal) {
    float[] samples = Framing.samples(signal);
    int length = options.pieceLength();
    int pieces = Math.max(1, samples.length / length);
    float[] values = new float[pieces * options.pieceSamples()];
    for (int piece = 0; piece < pieces; piece++) {
      // Beyond the end of a short signal this copies zeros.
      float[] cut = Arrays.copyOfRange(samples, piece * length, (piece + 1) * length);
      float[] resampled = Resampler.resample(cut, filter);
      System.arraycopy(
          resampled, 0, values, piece * options.pieceSamples(), options.pieceSamples());
    }
    return FeatureMatrix.wrap(pieces, options.pieceSamples(), values);
  }
}
