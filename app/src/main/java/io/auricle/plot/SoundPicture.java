package io.auricle.plot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture of a sound, ready to be written. */
public final class SoundPicture {
  private final Picture picture;
  private final PictureLayout layout;

  SoundPicture(Picture picture, PictureLayout layout) {
    this.picture = picture;
    this.layout = layout;
  }

  Picture picture() {
    return picture;
  }

  /** Writes PNG of two pixels for each of the layout. */
  public void writePng(OutputStream out) throws IOException {
    PngCanvas canvas = new PngCanvas(layout.width(), layout.height());
    layout.draw(picture, canvas);
    ImageIO.write(canvas.image(), "png", out);
  }

  /** Writes PNG of the field alone, without axes and texts: as wide as the sound is long. */
  public void writeField(OutputStream out) throws IOException {
    // In memory: what ImageIO would keep on disk is a copy of the picture for each one written.
    try (ImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(picture.field(), "png", image);
    }
  }

  /** Writes SVG. */
  public void writeSvg(OutputStream out) throws IOException {
    SvgCanvas canvas = new SvgCanvas(layout.width(), layout.height());
    layout.draw(picture, canvas);
    out.write(canvas.document().getBytes(StandardCharsets.UTF_8));
  }
}
