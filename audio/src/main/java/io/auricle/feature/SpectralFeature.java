package io.auricle.feature;

import java.util.List;

/**
 * A feature computed frame by frame from power spectra; the implementing records are its options.
 */
public interface SpectralFeature extends FrameFeature {
  /** Column names of the result. */
  List<String> columns();

  /** The feature of every frame, {@code [frames][columns]}; finite for every spectrum. */
  FeatureMatrix of(Spectrum spectrum);

  @Override
  default List<String> columns(FrameOptions frames) {
    return columns();
  }

  @Override
  default FeatureMatrix of(SignalFrames frames) {
    return of(frames.spectrum());
  }
}
