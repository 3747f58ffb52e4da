package io.auricle.feature.frontend;

import io.auricle.audio.Signal;
import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.RealFft;
import io.auricle.feature.CheckedExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Framing;
import io.auricle.feature.frontend.Frames.Edges;
import java.util.stream.IntStream;

/**
 * The spectrogram of {@link LogMelOptions}, {@code [frames][bands]}. Tested against the formulas of
 * the programs it is named after, written down anew in NumPy (tools/golden/frontends.py).
 */
final class LogMelExtractor extends CheckedExtractor<LogMelOptions> {
  /** Frames whose spectra are held at a time. */
  private static final int BLOCK = 64;

  private final MelFilterBank bank;
  private final float[] window;

  LogMelExtractor(LogMelOptions options) {
    super(
        options, IntStream.rangeClosed(1, options.mel().bands()).mapToObj(i -> "mel" + i).toList());
    this.bank =
        MelFilterBank.of(
            options.frames().frameLength(), options.mel().layout(options.sampleRateHz()));
    this.window = options.frames().weights();
  }

  @Override
  protected FeatureMatrix analyse(Signal signal) {
    float[] samples = emphasised(Framing.samples(signal));
    Frames cut = options().frames();
    int frames = cut.count(samples.length);
    float[] padded = padded(samples, frames);
    RealFft fft = RealFft.ofLength(cut.frameLength());
    float[] values = new float[Math.multiplyExact(frames, bank.bands())];
    float[] spectrum = new float[Math.min(BLOCK, frames) * fft.bins()];
    for (int frame = 0; frame < frames; frame += BLOCK) {
      int count = Math.min(BLOCK, frames - frame);
      fft.power(padded, frame * cut.hopLength(), cut.hopLength(), window, count, spectrum);
      if (!options().mel().power()) {
        for (int i = 0; i < count * fft.bins(); i++) {
          spectrum[i] = (float) Math.sqrt(spectrum[i]);
        }
      }
      bank.apply(spectrum, count, values, frame * bank.bands());
    }
    options().logarithm().apply(values);
    return FeatureMatrix.wrap(frames, bank.bands(), values);
  }

  /** One sample shorter, but for a signal of a single one. */
  private float[] emphasised(float[] samples) {
    if (options().preEmphasis() == 0) {
      return samples;
    }
    float factor = (float) options().preEmphasis();
    float[] changed = new float[Math.max(1, samples.length - 1)];
    for (int n = 0; n < samples.length - 1; n++) {
      changed[n] = samples[n + 1] - factor * samples[n];
    }
    return changed;
  }

  /** The signal with what the outermost frames see beyond its ends. */
  private float[] padded(float[] samples, int frames) {
    Frames cut = options().frames();
    int before = cut.before();
    int needed = (frames - 1) * cut.hopLength() + cut.frameLength();
    float[] padded = new float[Math.max(needed, before + samples.length)];
    System.arraycopy(samples, 0, padded, before, samples.length);
    if (cut.edges() == Edges.REFLECT) {
      for (int i = 0; i < before; i++) {
        padded[i] = samples[mirrored(i - before, samples.length)];
      }
      for (int i = before + samples.length; i < padded.length; i++) {
        padded[i] = samples[mirrored(i - before, samples.length)];
      }
    }
    return padded;
  }

  /** The sample that a place beyond the ends shows, back and forth as often as needed. */
  private static int mirrored(int place, int length) {
    if (length == 1) {
      return 0;
    }
    int period = 2 * (length - 1);
    int within = Math.floorMod(place, period);
    return within < length ? within : period - within;
  }
}
