package io.auricle.plot.sound;

import io.auricle.feature.Spectrum;
import io.auricle.feature.pitch.Chroma;
import io.auricle.plot.Axis;
import io.auricle.plot.ColourMap;
import io.auricle.plot.Picture;
import io.auricle.plot.PictureLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Strength of the twelve pitch classes; the tuning is that of each block. */
final class ChromaSketch implements Sketch {
  private static final int CLASSES = 12;

  private final Chroma chroma = new Chroma();
  private final Columns strengths = new Columns(CLASSES);

  @Override
  public void add(SoundBlock block) {
    Spectrum spectrum = Spectrum.of(block.signal(), SoundBlock.FRAME_LENGTH, SoundBlock.HOP);
    strengths.add(chroma.of(spectrum), block.first(), block.frames());
  }

  @Override
  public Picture picture(String name, Axis time, PictureLayout layout) {
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int c = 0; c < CLASSES; c++) {
      String note = Chroma.NAMES.get(c).replace('#', '\u266f');
      ticks.add(new Axis.Tick((c + 0.5) / CLASSES, note));
    }
    return new Picture(
        name + " \u2013 chroma",
        new Field(strengths, strengths.means(), 0, 1, ColourMap.SEQUENTIAL)
            .image(y -> Math.min(CLASSES - 1, Math.floor(y * CLASSES)), layout),
        time,
        new Axis("pitch class", ticks),
        Optional.of(Axis.linear("strength", 0, 1, 5)),
        ColourMap.SEQUENTIAL);
  }
}
