package io.auricle.feature.separation;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;
import io.auricle.feature.Kernel;
import java.util.List;
import java.util.Locale;

/**
 * The samples of one of the two parts of a sound, those of {@link Hpss#DEFAULT}, a row a sample.
 *
 * @param part which
 */
public record SoundPart(Part part) implements FrameFeature {
  /** The two parts. */
  public enum Part {
    HARMONIC,
    PERCUSSIVE
  }

  @Override
  public Rows rows() {
    return Rows.SAMPLE;
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of(part.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Kernel kernel(Analysis sound) {
    sound.grid().checkCentred();
    Framing.checkOverlap(sound.grid().hopLength(), sound.grid().frameLength());
    SoundParts parts = sound.layer(SoundParts.KEY);
    return (block, rows) -> {
      parts.load(block);
      rows.add(part == Part.HARMONIC ? parts.harmonic() : parts.percussive(), 0, parts.count());
    };
  }
}
