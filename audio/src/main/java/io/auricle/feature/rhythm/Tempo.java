package io.auricle.feature.rhythm;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Framing;
import io.auricle.feature.Kernel;
import java.nio.FloatBuffer;

/**
 * The tempo of a recording in beats per minute: the lag at which the mean {@link Tempogram} is
 * strongest, weighted by a log-normal preference for tempi around 120 (Ellis 2007,
 * doi:10.1080/09298210701653344). With the median {@link OnsetStrength} it is the tempo of {@code
 * librosa.beat.beat_track}; with the mean one, of {@code librosa.feature.tempo}. A recording
 * without onsets gives 0.
 *
 * @param startBpm most likely tempo before listening, above 0
 * @param spreadOctaves standard deviation of the preference in octaves, above 0
 * @param windowSeconds length of the tempogram's window, above 0
 * @param maxBpm tempi from here on are out of the question
 */
public record Tempo(double startBpm, double spreadOctaves, double windowSeconds, double maxBpm) {
  /** librosa's defaults. */
  public static final Tempo DEFAULT = new Tempo(120, 1, 8, 320);

  /** Below this is rounding, which must not outweigh the preference where nothing repeats. */
  private static final float LEAST_CORRELATION = 1e-7f;

  public Tempo {
    requirePositive("startBpm", startBpm);
    requirePositive("spreadOctaves", spreadOctaves);
    requirePositive("windowSeconds", windowSeconds);
    requirePositive("maxBpm", maxBpm);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + "=" + value + " must be finite and above 0");
    }
  }

  /**
   * {@code librosa.feature.tempo(y=y, sr=sr)}: the tempo of a signal in beats per minute; 0 without
   * onsets.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static double of(Signal signal) {
    return new GlobalTempo(DEFAULT, OnsetStrength.Aggregate.MEAN).usual(signal).at(0, 0);
  }

  /**
   * The tempo of the whole recording.
   *
   * @param onsetStrength {@code [frames][1]}, at least one frame
   * @param sampleRateHz rate of the signal
   * @param hopLength samples between frames
   * @throws IllegalArgumentException if one of them is not allowed
   */
  public double of(FeatureMatrix onsetStrength, int sampleRateHz, int hopLength) {
    check(onsetStrength, sampleRateHz, hopLength);
    Whole whole = whole(sampleRateHz, hopLength);
    whole.add(onsetStrength.values(), 0, onsetStrength.frameCount(), true);
    return whole.bpm();
  }

  private static void check(FeatureMatrix onsetStrength, int sampleRateHz, int hopLength) {
    Framing.checkRate(sampleRateHz);
    Framing.checkHop(hopLength);
    if (onsetStrength.columnCount() != 1 || onsetStrength.frameCount() == 0) {
      throw new IllegalArgumentException(
          "onsetStrength=" + onsetStrength + " must have one column and at least one frame");
    }
  }

  /** As {@link #of} of an onset strength that comes in piece by piece. */
  Whole whole(int sampleRateHz, int hopLength) {
    return new Whole(sampleRateHz, hopLength);
  }

  /** The tempo of a recording, known at its end. */
  final class Whole {
    private final int lags;
    private final double bpmAtLagOne;
    private final TempogramStream stream;
    private final TempogramStream.Mean mean;
    private boolean silent = true;

    private Whole(int sampleRateHz, int hopLength) {
      this.lags = lags(sampleRateHz, hopLength);
      this.bpmAtLagOne = 60.0 * sampleRateHz / hopLength;
      this.stream = new TempogramStream(Math.max(2, lags));
      this.mean = stream.new Mean();
    }

    void add(float[] strengths, int from, int count, boolean last) {
      for (int i = from; silent && i < from + count; i++) {
        silent = strengths[i] == 0;
      }
      stream.add(strengths, from, count, last, mean);
    }

    double bpm() {
      return silent || lags < 2
          ? 0
          : strongest(mean.lags(), 0, preference(lags, bpmAtLagOne), bpmAtLagOne);
    }
  }

  /**
   * The tempo at every frame, {@code [frames][1]}, from the tempogram there alone, as {@code
   * librosa.feature.tempo(aggregate=None)}. Where nothing sounds it is the likeliest tempo before
   * listening, as there.
   *
   * @param onsetStrength {@code [frames][1]}, at least one frame
   * @param sampleRateHz rate of the signal
   * @param hopLength samples between frames
   * @throws IllegalArgumentException if one of them is not allowed
   */
  public FeatureMatrix perFrame(FeatureMatrix onsetStrength, int sampleRateHz, int hopLength) {
    check(onsetStrength, sampleRateHz, hopLength);
    int frames = onsetStrength.frameCount();
    FloatBuffer tempi = FloatBuffer.allocate(frames);
    perFrame(sampleRateHz, hopLength)
        .add(
            onsetStrength.values(),
            0,
            frames,
            true,
            (values, from, count) -> tempi.put(values, from, count));
    return FeatureMatrix.wrap(frames, 1, tempi.array());
  }

  /** As above, piece by piece. */
  PerFrame perFrame(int sampleRateHz, int hopLength) {
    return new PerFrame(sampleRateHz, hopLength);
  }

  /** The tempo at every frame, once its window is known. */
  final class PerFrame {
    private final int lags;
    private final double bpmAtLagOne;
    private final TempogramStream stream;
    private final double[] preference;
    private final float[] tempo = new float[1];

    private PerFrame(int sampleRateHz, int hopLength) {
      this.lags = lags(sampleRateHz, hopLength);
      this.bpmAtLagOne = 60.0 * sampleRateHz / hopLength;
      this.stream = new TempogramStream(Math.max(2, lags));
      this.preference = preference(Math.max(1, lags), bpmAtLagOne);
    }

    /** Gives 0 where hops are too long for any tempo. */
    void add(float[] strengths, int from, int count, boolean last, Kernel.Target target) {
      Kernel.Target strongest =
          (row, at, rows) -> {
            tempo[0] = lags < 2 ? 0 : (float) strongest(row, at, preference, bpmAtLagOne);
            target.add(tempo, 0, 1);
          };
      stream.add(strengths, from, count, last, stream.correlating(strongest));
    }
  }

  private int lags(int sampleRateHz, int hopLength) {
    return (int) ((long) (windowSeconds * sampleRateHz) / hopLength);
  }

  /** The logarithm of how likely each lag is before listening. */
  private double[] preference(int lags, double bpmAtLagOne) {
    double[] preference = new double[lags];
    preference[0] = Double.NEGATIVE_INFINITY;
    for (int lag = 1; lag < lags; lag++) {
      double bpm = bpmAtLagOne / lag;
      double octaves = Math.log(bpm / startBpm) / Math.log(2) / spreadOctaves;
      preference[lag] = bpm < maxBpm ? -0.5 * octaves * octaves : Double.NEGATIVE_INFINITY;
    }
    return preference;
  }

  private static double strongest(
      float[] correlation, int at, double[] preference, double bpmAtLagOne) {
    double best = Double.NEGATIVE_INFINITY;
    double tempo = 0;
    for (int lag = 1; lag < preference.length; lag++) {
      float repeats = correlation[at + lag] < LEAST_CORRELATION ? 0 : correlation[at + lag];
      double score = Math.log1p(1e6 * repeats) + preference[lag];
      if (score > best) {
        best = score;
        tempo = bpmAtLagOne / lag;
      }
    }
    return tempo;
  }
}
