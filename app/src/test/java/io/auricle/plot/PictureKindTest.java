package io.auricle.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

final class PictureKindTest {
  @ParameterizedTest
  @EnumSource(PictureKind.class)
  void soundsAndSilenceOfAnyLengthAreDrawn(PictureKind kind) throws Exception {
    for (Signal signal : new Signal[] {tone(30_000), tone(1), Signal.of(new float[5000], 22_050)}) {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      kind.writePng(signal, "a.wav", png);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
      assertEquals(2400, image.getWidth());
      assertEquals(1040, image.getHeight());
    }
  }

  @ParameterizedTest
  @EnumSource(PictureKind.class)
  void svgIsWellFormedWhateverTheName(PictureKind kind) throws Exception {
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    kind.writeSvg(tone(3000), "<a> & \u0001.wav", svg);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.toByteArray()));
    String title = document.getElementsByTagName("text").item(0).getTextContent();
    assertTrue(title.startsWith("<a> & \ufffd.wav"), title);
    assertTrue(document.getElementsByTagName("image").getLength() >= 1);
  }

  @Test
  void aToneIsBrightestAtItsMark() {
    Picture picture = PictureKind.SPECTROGRAM.of(tone(22_050), "tone");
    BufferedImage field = picture.field();
    int brightest = 0;
    for (int y = 0; y < field.getHeight(); y++) {
      int x = field.getWidth() / 2;
      if (lightness(field.getRGB(x, y)) > lightness(field.getRGB(x, brightest))) {
        brightest = y;
      }
    }
    double mark =
        picture.vertical().ticks().stream()
            .filter(tick -> tick.text().equals("1000"))
            .findFirst()
            .orElseThrow()
            .at();
    assertEquals(1 - mark, (brightest + 0.5) / field.getHeight(), 0.01);
  }

  @Test
  void lightnessRisesEvenlyWithTheValue() {
    for (int i = 1; i < 256; i++) {
      double step = lightness(ColourMap.rgb(i / 255.0)) - lightness(ColourMap.rgb((i - 1) / 255.0));
      assertEquals(94 / 255.0, step, 0.45, "at " + i);
    }
    assertTrue(lightness(ColourMap.rgb(0)) < 5);
    assertTrue(lightness(ColourMap.rgb(1)) > 94);
  }

  @Test
  void marksAreRoundNumbers() {
    Axis axis = Axis.linear("level (dB)", -80, 0, 8);
    assertEquals(9, axis.ticks().size());
    assertEquals(new Axis.Tick(0, "\u221280"), axis.ticks().get(0));
    assertEquals(new Axis.Tick(1, "0"), axis.ticks().get(8));
  }

  /** CIE lightness L* of a colour. */
  private static double lightness(int rgb) {
    double luminance =
        0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
  }

  private static double linear(int part) {
    double value = (part & 255) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static Signal tone(int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 * i / 22_050));
    }
    return Signal.of(samples, 22_050);
  }
}
