package io.auricle.feature;

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
   * The tempo of the whole recording.
   *
   * @param onsetStrength {@code [frames]}
   * @param sampleRateHz rate of the signal
   * @param hopLength samples between frames
   */
  double ofStrength(float[] onsetStrength, int sampleRateHz, int hopLength) {
    boolean silent = true;
    for (float strength : onsetStrength) {
      silent &= strength == 0;
    }
    int lags = (int) ((long) (windowSeconds * sampleRateHz) / hopLength);
    if (silent || lags < 2) {
      return 0;
    }
    return strongest(new Tempogram(lags).mean(onsetStrength), 60.0 * sampleRateHz / hopLength);
  }

  private double strongest(float[] correlation, double bpmAtLagOne) {
    double best = Double.NEGATIVE_INFINITY;
    double tempo = 0;
    for (int lag = 1; lag < correlation.length; lag++) {
      double bpm = bpmAtLagOne / lag;
      double octaves = Math.log(bpm / startBpm) / Math.log(2) / spreadOctaves;
      double score = Math.log1p(1e6 * Math.max(0, correlation[lag])) - 0.5 * octaves * octaves;
      if (bpm < maxBpm && score > best) {
        best = score;
        tempo = bpm;
      }
    }
    return tempo;
  }
}
