package io.auricle.plot;

import java.io.IOException;

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

  @Override
  public void draw(Canvas canvas) throws IOException {
    layout.draw(picture, canvas);
  }
}
