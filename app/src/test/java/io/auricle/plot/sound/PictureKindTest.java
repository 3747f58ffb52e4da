package io.auricle.plot.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.feature.FeatureMatrix;
import io.auricle.plot.Axis;
import io.auricle.plot.ColourMap;
import io.auricle.plot.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.DoubleSummaryStatistics;
import java.util.List;
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
    for (float[] samples : new float[][] {tone(30_000), tone(1), new float[5000]}) {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      draw(kind, samples, "a.wav", PictureOptions.DEFAULT).writePng(png);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
      assertEquals(2400, image.getWidth());
      assertEquals(1040, image.getHeight());
    }
  }

  @ParameterizedTest
  @EnumSource(PictureKind.class)
  void svgIsWellFormedWhateverTheName(PictureKind kind) throws Exception {
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    draw(kind, tone(3000), "<a> & \u0001.wav", new PictureOptions(600, 300, 0.01, 0.1))
        .writeSvg(svg);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.toByteArray()));
    assertEquals("600", document.getDocumentElement().getAttribute("width"));
    String title = document.getElementsByTagName("text").item(0).getTextContent();
    assertTrue(title.startsWith("<a> & \ufffd.wav"), title);
    assertTrue(document.getElementsByTagName("image").getLength() >= 1);
  }

  @ParameterizedTest
  @EnumSource(PictureKind.class)
  void nothingIsDrawnBeyondTheEnd(PictureKind kind) throws Exception {
    PictureOptions options = new PictureOptions(400, 240, 2, 3);
    assertTrue(kind.draw(new Samples(tone(22_050)), "tone", options).isEmpty());
  }

  @Test
  void aToneIsBrightestAtItsMark() throws Exception {
    Picture picture =
        draw(PictureKind.SPECTROGRAM, tone(22_050), "tone", PictureOptions.DEFAULT).picture();
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

  /** A sound that repeats itself looks the same where two blocks meet. */
  @ParameterizedTest
  @EnumSource(
      value = PictureKind.class,
      names = {"MEL", "CHROMA", "TEMPOGRAM"})
  void blocksLeaveNoSeams(PictureKind kind) throws Exception {
    float[] samples = clicks(3 * SoundBlocks.FRAMES * SoundBlock.HOP);
    double seam = SoundBlocks.FRAMES * SoundBlock.HOP / 22_050.0;
    PictureOptions around = new PictureOptions(400, 240, 0, Double.POSITIVE_INFINITY);
    BufferedImage field = draw(kind, samples, "clicks", around).picture().field();
    int x = (int) (field.getWidth() * seam / (samples.length / 22_050.0));
    for (int y = 0; y < field.getHeight(); y++) {
      DoubleSummaryStatistics elsewhere = new DoubleSummaryStatistics();
      for (int i = x - 60; i < x - 10; i++) {
        elsewhere.accept(lightness(field.getRGB(i, y)));
      }
      for (int i = x - 2; i <= x + 2; i++) {
        double there = lightness(field.getRGB(i, y));
        assertTrue(there > elsewhere.getMin() - 1 && there < elsewhere.getMax() + 1, "row " + y);
      }
    }
  }

  @Test
  void framesOfBlocksAreThoseOfTheWhole() throws Exception {
    int length = 2 * SoundBlocks.FRAMES * SoundBlock.HOP + 700;
    long[] frames = new long[1];
    long[] inside = new long[1];
    float[] ramp = new float[length];
    for (int i = 0; i < length; i++) {
      ramp[i] = (float) (i / 4e6);
    }
    long samples =
        SoundBlocks.read(
            new Samples(ramp),
            0,
            Double.POSITIVE_INFINITY,
            block -> {
              assertEquals(ramp[(int) inside[0]], block.signal().at(block.firstSample()));
              frames[0] += block.frames();
              inside[0] += block.endSample() - block.firstSample();
            });
    assertEquals(length, samples);
    assertEquals(length, inside[0]);
    assertEquals(1 + length / SoundBlock.HOP, frames[0]);
  }

  @Test
  void columnsOfManyFramesAreTheirMeans() {
    Columns columns = new Columns(1);
    int frames = 3 * 8192 + 5;
    float[] values = new float[frames];
    for (int i = 0; i < frames; i++) {
      values[i] = i;
    }
    columns.add(FeatureMatrix.of(frames, 1, values), 0, frames);
    assertEquals(4, columns.framesPerColumn());
    FeatureMatrix means = columns.means();
    assertEquals(6146, means.frameCount());
    assertEquals(1.5f, means.at(0, 0));
    assertEquals(4 * 6144 + 1.5f, means.at(6144, 0));
    assertEquals(frames - 1f, means.at(6145, 0));
  }

  @Test
  void longTimesAreThoseOfAClock() {
    assertEquals("time (s)", Axis.time(0, 30, 12).title());
    assertEquals(
        List.of("0:00", "0:30", "1:00", "1:30", "2:00", "2:30", "3:00", "3:30"),
        Axis.time(0, 215, 12).ticks().stream().map(Axis.Tick::text).toList());
    Axis hours = Axis.time(3500, 3700, 12);
    assertEquals(new Axis.Tick(0.5, "1:00:00"), hours.ticks().get(3));
  }

  @Test
  void lightnessRisesEvenlyWithTheValue() {
    for (int i = 1; i < 256; i++) {
      double step =
          lightness(ColourMap.SEQUENTIAL.rgb(i / 255.0))
              - lightness(ColourMap.SEQUENTIAL.rgb((i - 1) / 255.0));
      assertEquals(94 / 255.0, step, 0.45, "at " + i);
    }
    assertTrue(lightness(ColourMap.SEQUENTIAL.rgb(0)) < 5);
    assertTrue(lightness(ColourMap.SEQUENTIAL.rgb(1)) > 94);
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

  private static SoundPicture draw(
      PictureKind kind, float[] samples, String name, PictureOptions options)
      throws DecodeException {
    return kind.draw(new Samples(samples), name, options).orElseThrow();
  }

  private static float[] tone(int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 * i / 22_050));
    }
    return samples;
  }

  /** A tone and clicks that repeat themselves after whole frames, 117 a minute. */
  private static float[] clicks(int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      double t = i % (22 * SoundBlock.HOP) / 22_050.0;
      double click = Math.exp(-60 * t) * Math.sin(2 * Math.PI * 3000 * t);
      double tone = Math.sin(2 * Math.PI * 10 * i / SoundBlock.HOP);
      samples[i] = (float) (0.1 * tone + 0.3 * click);
    }
    return samples;
  }

  /** Samples as a stream of 22,050 Hz. */
  private static final class Samples implements SampleStream {
    private final float[] samples;
    private int at;

    Samples(float[] samples) {
      this.samples = samples;
    }

    @Override
    public int sampleRateHz() {
      return 22_050;
    }

    @Override
    public int read(float[] buffer, int offset, int length) {
      if (at == samples.length) {
        return -1;
      }
      int count = Math.min(Math.min(length, 5000), samples.length - at);
      System.arraycopy(samples, at, buffer, offset, count);
      at += count;
      return count;
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
