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
