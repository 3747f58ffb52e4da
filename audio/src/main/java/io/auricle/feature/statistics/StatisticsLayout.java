package io.auricle.feature.statistics;

import io.auricle.dsp.ChromaFilterBank;
import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.Window;
import io.auricle.feature.frame.MelLevels;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables that all sounds of an extractor of statistics share. Thread-safe. */
final class StatisticsLayout {
  private final int sampleRateHz;
  private final int frameLength;
  private final int hopLength;
  private final float[] window;
  private final MelFilterBank melBank;

  /** At most one a tuning, of which there are a hundred. */
  private final Map<Double, ChromaFilterBank> chromaBanks = new ConcurrentHashMap<>();

  StatisticsLayout(int sampleRateHz, int frameLength, int hopLength) {
    this.sampleRateHz = sampleRateHz;
    this.frameLength = frameLength;
    this.hopLength = hopLength;
    this.window = Window.HANN.weights(frameLength);
    this.melBank = MelFilterBank.slaney(sampleRateHz, frameLength, MelLevels.DEFAULT.bands());
  }

  int sampleRateHz() {
    return sampleRateHz;
  }

  int frameLength() {
    return frameLength;
  }

  int hopLength() {
    return hopLength;
  }

  int bins() {
    return frameLength / 2 + 1;
  }

  /** Not to be written to. */
  float[] window() {
    return window;
  }

  MelFilterBank melBank() {
    return melBank;
  }

  ChromaFilterBank chromaBank(double tuning) {
    return chromaBanks.computeIfAbsent(
        tuning, t -> ChromaFilterBank.of(sampleRateHz, frameLength, t));
  }
}
