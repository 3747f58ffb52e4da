package io.auricle.feature.set;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;
import io.auricle.audio.Signal;
import io.auricle.dsp.Decibels;
import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.RealFft;
import io.auricle.dsp.Window;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameBlocks;
import io.auricle.feature.StreamedExtractor;
import io.auricle.feature.WorkSpace;
import java.util.Arrays;
import java.util.List;

/**
 * The log-mel spectrogram of {@link MelExtractor}, block by block: a first look finds the maximum
 * that 0 dB stands for.
 */
final class MelStream implements StreamedExtractor {
  private final MelOptions options;
  private final FeatureExtractor whole;
  private final MelFilterBank bank;
  private final WorkSpace.Pool spaces = new WorkSpace.Pool();

  MelStream(MelOptions options) {
    this.options = options;
    this.whole = options.extractor();
    this.bank =
        MelFilterBank.slaney(options.sampleRateHz(), options.frameLength(), options.bands());
  }

  @Override
  public FeatureOptions options() {
    return options;
  }

  @Override
  public List<String> columns() {
    return whole.columns();
  }

  @Override
  public FeatureMatrix extract(Signal signal) {
    return whole.extract(signal);
  }

  @Override
  public void extract(SampleSource source, Rows rows) throws DecodeException {
    try (WorkSpace space = spaces.take()) {
      float[] highest = new float[1];
      Blocks survey = new Blocks((mel, frames) -> highest[0] = highest(mel, frames, highest[0]));
      cut(source, options.referenceHopLength(), space, survey);
      if (options.referenceHopLength() < options.hopLength()) {
        // Frames at the hop need not be among those looked at.
        cut(source, options.hopLength(), space, survey.at(options.hopLength()));
      }
      Levels levels = new Levels(highest[0], (float) options.floorDb());
      Blocks second =
          new Blocks(
              (mel, frames) -> {
                levels.fill(mel, frames * bank.bands());
                rows.add(
                    FeatureMatrix.wrap(
                        frames, bank.bands(), Arrays.copyOf(mel, frames * bank.bands())));
              });
      cut(source, options.hopLength(), space, second.at(options.hopLength()));
    }
  }

  private void cut(SampleSource source, int hopLength, WorkSpace space, FrameBlocks.Target target)
      throws DecodeException {
    new FrameBlocks(options.frameLength(), hopLength, space, target)
        .writeAll(source, options.sampleRateHz());
  }

  private float highest(float[] mel, int frames, float before) {
    float highest = before;
    for (int i = 0; i < frames * bank.bands(); i++) {
      highest = Math.max(highest, mel[i]);
    }
    return highest;
  }

  /** Turns powers into levels below a maximum. */
  private record Levels(float highest, float floorDb) {
    void fill(float[] mel, int count) {
      if (highest <= Decibels.LEAST_POWER) {
        Arrays.fill(mel, 0, count, floorDb);
        return;
      }
      double shift = Decibels.ofPower(highest);
      for (int i = 0; i < count; i++) {
        mel[i] = Math.max(floorDb, (float) (Decibels.ofPower(mel[i]) - shift));
      }
    }
  }

  private interface MelTarget {
    void accept(float[] mel, int frames);
  }

  /** Turns blocks of frames into mel powers. */
  private final class Blocks implements FrameBlocks.Target {
    private final MelTarget target;
    private final RealFft fft = RealFft.ofLength(options.frameLength());
    private final float[] window = Window.HANN.weights(options.frameLength());
    private final float[] power = new float[FrameBlocks.FRAMES * fft.bins()];
    private final float[] mel = new float[FrameBlocks.FRAMES * bank.bands()];
    private int hopLength = options.referenceHopLength();

    Blocks(MelTarget target) {
      this.target = target;
    }

    Blocks at(int hop) {
      this.hopLength = hop;
      return this;
    }

    @Override
    public void accept(FrameBlocks.Block block) {
      fft.power(block.samples(), 0, hopLength, window, block.frames(), power);
      bank.apply(power, block.frames(), mel, 0);
      target.accept(mel, block.frames());
    }
  }
}
