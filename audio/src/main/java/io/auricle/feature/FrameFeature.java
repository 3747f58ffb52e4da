package io.auricle.feature;

import io.auricle.audio.Signal;
import java.util.List;

/**
 * A feature that sets are made of; the implementing records are its options, without the framing,
 * which all features of a set share. Where a signal is too short or silent it still gives finite
 * values.
 */
public interface FrameFeature {
  /** How many rows a feature gives. */
  enum Rows {
    /** A row a frame. */
    FRAME,
    /** More rows, such as one a sample, which a set can only sum up. */
    SAMPLE,
    /** One row for the whole sound, which is summed up already. */
    SOUND
  }

  /** How many rows it gives. */
  default Rows rows() {
    return Rows.FRAME;
  }

  /** Column names of the result. */
  List<String> columns(FrameGrid grid);

  /**
   * What computes it for one sound.
   *
   * @throws IllegalArgumentException if these options do not go with the frames of the sound
   */
  Kernel kernel(Analysis sound);

  /** The feature of a signal of at least one sample. */
  default FeatureMatrix of(Signal signal, FrameOptions frames) {
    return of(signal, frames.grid());
  }

  /** The feature of a signal of at least one sample. */
  default FeatureMatrix of(Signal signal, FrameGrid grid) {
    try (WorkSpace space = new WorkSpace.Pool().take()) {
      Analysis sound = new Analysis(grid, space);
      return gather(
          sound, (frames, target) -> new FrameBlocks(frames, space, target).writeAll(signal));
    }
  }

  /**
   * The feature of a signal's centred frames, at the signal's own rate.
   *
   * @param frameLength samples a frame, librosa's {@code n_fft}: a power of two in [16, 65536]
   * @param hopLength samples from one frame to the next, at least 1
   * @return {@code [frames][columns]}, {@code 1 + signal.length() / hopLength} frames
   * @throws IllegalArgumentException if the signal is empty or a length is not allowed
   */
  default FeatureMatrix of(Signal signal, int frameLength, int hopLength) {
    Framing.checkSignal(signal);
    Framing.check(signal.sampleRateHz(), frameLength);
    Framing.checkHop(hopLength);
    return of(signal, FrameGrid.centred(signal.sampleRateHz(), frameLength, hopLength));
  }

  /**
   * The feature of a signal as librosa's functions give it where nothing is said of frames: 2048
   * samples each, centred, 512 from one to the next.
   *
   * @return {@code [frames][columns]}
   * @throws IllegalArgumentException if the signal is empty
   */
  default FeatureMatrix usual(Signal signal) {
    return of(signal, FrameGrid.USUAL_FRAME_LENGTH, FrameGrid.USUAL_HOP_LENGTH);
  }

  /** The feature of known spectra, if it needs nothing else. */
  default FeatureMatrix of(Spectrum spectrum) {
    try (WorkSpace space = new WorkSpace.Pool().take()) {
      return gather(Analysis.of(spectrum, space), (frames, target) -> spectrum.giveBlocks(target));
    }
  }

  private FeatureMatrix gather(Analysis sound, Analysis.Cutter<RuntimeException> cutter) {
    KernelExtractor.Gathered rows = new KernelExtractor.Gathered(columns(sound.grid()).size(), 0);
    sound.run(kernel(sound), cutter, rows);
    return rows.matrix();
  }
}
