package io.auricle.plot.sound;

import io.auricle.plot.Axis;
import io.auricle.plot.Picture;
import io.auricle.plot.PictureLayout;

/** Gathers what a picture shows of a sound that comes block by block. */
interface Sketch {
  void add(SoundBlock block);

  /**
   * What was gathered, at least one block.
   *
   * @param name of the sound
   * @param time the axis below
   */
  Picture picture(String name, Axis time, PictureLayout layout);
}
