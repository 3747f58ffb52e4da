package io.auricle.feature.set;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import io.auricle.dsp.resample.Resampler;
import io.auricle.dsp.resample.ResamplerFilter;
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
    int length = options.pieceLength();
    int pieces = Math.max(1, signal.length() / length);
    float[] values = new float[pieces * options.pieceSamples()];
    for (int piece = 0; piece < pieces; piece++) {
      float[] cut = new float[length];
      int from = piece * length;
      signal.copyTo(from, cut, 0, Math.min(length, signal.length() - from));
      float[] resampled = resampled(cut);
      System.arraycopy(resampled, 0, values, piece * resampled.length, resampled.length);
    }
    return FeatureMatrix.wrap(pieces, options.pieceSamples(), values);
  }

  @Override
  public void extract(SampleSource source, Rows rows) throws DecodeException {
    try (SampleStream stream = source.open()) {
      Framing.checkStream(stream, options.sampleRateHz());
      float[] cut = new float[options.pieceLength()];
      int filled = 0;
      boolean given = false;
      for (int read = 0; read >= 0; read = stream.read(cut, filled, cut.length - filled)) {
        filled += read;
        if (filled == cut.length) {
          rows.add(FeatureMatrix.wrap(1, options.pieceSamples(), resampled(cut)));
          given = true;
          filled = 0;
        }
      }
      Framing.checkNotEmpty(given || filled > 0);
      if (!given) {
        Arrays.fill(cut, filled, cut.length, 0);
        rows.add(FeatureMatrix.wrap(1, options.pieceSamples(), resampled(cut)));
      }
    }
  }

  private float[] resampled(float[] cut) {
    Framing.limit(cut, 0, cut.length);
    return Arrays.copyOf(Resampler.resample(cut, filter), options.pieceSamples());
  }
}
