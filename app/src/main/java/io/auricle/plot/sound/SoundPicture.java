package io.auricle.plot.sound;

import io.auricle.plot.Canvas;
import io.auricle.plot.Picture;
import io.auricle.plot.PictureLayout;
import io.auricle.plot.Plot;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture of a sound, ready to be written. */
public final class SoundPicture implements Plot {
  private final Picture picture;
  private final PictureLayout layout;

  SoundPicture(Picture picture, PictureLayout layout) {
    this.picture = picture;
    this.layout = layout;
  }

  Picture picture() {
    return picture;
  }

  @Override
  public int width() {
    return layout.width();
  }

  @Override
  public int height() {
    return layout.height();
  }

  /** Writes PNG of the field alone, without axes and texts: as wide as the sound is long. */
  public void writeField(OutputStream out) throws IOException {
    // In memory: what ImageIO would keep on disk is a copy of the picture for each one written.
    try (ImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(picture.field(), "png", image);
    }
  }

  @Override
  public void draw(Canvas canvas) throws IOException {
    layout.draw(picture, canvas);
  }
}
