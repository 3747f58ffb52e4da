package io.auricle.plot.sound;

import io.auricle.audio.Signal;
import io.auricle.plot.Axis;
import io.auricle.plot.ColourMap;
import io.auricle.plot.Ink;
import io.auricle.plot.Picture;
import io.auricle.plot.PictureLayout;
import io.auricle.plot.PngCanvas;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Highest and lowest sample and root mean square over time. */
final class WaveSketch implements Sketch {
  /** Pieces of the sound; whenever there are more, each two become one. */
  private static final int MOST = 1 << 15;

  private final float[] lowest = new float[MOST];
  private final float[] highest = new float[MOST];
  private final double[] energy = new double[MOST];
  private int samplesPerPiece = 1;
  private long samples;

  @Override
  public void add(SoundBlock block) {
    Signal signal = block.signal();
    for (int i = block.firstSample(); i < block.endSample(); i++) {
      if (samples == (long) MOST * samplesPerPiece) {
        halve();
      }
      int piece = (int) (samples / samplesPerPiece);
      boolean begins = samples % samplesPerPiece == 0;
      float value = signal.at(i);
      lowest[piece] = begins ? value : Math.min(lowest[piece], value);
      highest[piece] = begins ? value : Math.max(highest[piece], value);
      energy[piece] = (begins ? 0 : energy[piece]) + value * value;
      samples++;
    }
  }

  private void halve() {
    for (int i = 0; i < MOST / 2; i++) {
      lowest[i] = Math.min(lowest[2 * i], lowest[2 * i + 1]);
      highest[i] = Math.max(highest[2 * i], highest[2 * i + 1]);
      energy[i] = energy[2 * i] + energy[2 * i + 1];
    }
    samplesPerPiece *= 2;
  }

  @Override
  public Picture picture(String name, Axis time, PictureLayout layout) {
    double peak = peak();
    return new Picture(
        name + " \u2013 waveform",
        image(peak, layout),
        time,
        Axis.linear(isLine(layout) ? "amplitude" : "amplitude (darker: RMS)", -peak, peak, 8),
        Optional.empty(),
        ColourMap.SEQUENTIAL);
  }

  /** The largest amplitude and a little room, at least 0.01. */
  private double peak() {
    double peak = 0;
    for (int i = 0; i < pieces(); i++) {
      peak = Math.max(peak, Math.max(highest[i], -lowest[i]));
    }
    return Math.max(0.01, 1.05 * peak);
  }

  /** Whether a pixel has so few samples that the wave is drawn as a line. */
  private boolean isLine(PictureLayout layout) {
    return samples < 8L * PngCanvas.PIXELS * layout.fieldWidth(false);
  }

  private int pieces() {
    return (int) ((samples + samplesPerPiece - 1) / samplesPerPiece);
  }

  private BufferedImage image(double peak, PictureLayout layout) {
    int width = PngCanvas.PIXELS * layout.fieldWidth(false);
    int height = PngCanvas.PIXELS * layout.fieldHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Color peaks = isLine(layout) ? Ink.WAVE_MEAN : Ink.WAVE;
    double before = highest[0];
    for (int x = 0; x < width; x++) {
      column(image, x, -peak, peak, peak, Ink.PAPER);
      int first = (int) ((long) x * pieces() / width);
      int end = Math.max(first + 1, (int) ((x + 1L) * pieces() / width));
      double low = lowest[first];
      double high = highest[first];
      double square = 0;
      for (int i = first; i < end; i++) {
        low = Math.min(low, lowest[i]);
        high = Math.max(high, highest[i]);
        square += energy[i];
      }
      // Joined with the column before, so that the wave of a few samples is a line.
      column(image, x, Math.min(low, before), Math.max(high, before), peak, peaks);
      before = (low + high) / 2;
      if (!isLine(layout)) {
        long from = (long) first * samplesPerPiece;
        double mean = Math.sqrt(square / (Math.min(samples, (long) end * samplesPerPiece) - from));
        column(image, x, Math.max(low, -mean), Math.min(high, mean), peak, Ink.WAVE_MEAN);
      }
    }
    return image;
  }

  /** Draws one column over what is there. */
  private static void column(
      BufferedImage image, int x, double low, double high, double peak, Color colour) {
    int height = image.getHeight();
    int top = (int) Math.floor((1 - high / peak) / 2 * (height - 1)) - 1;
    int bottom = (int) Math.ceil((1 - low / peak) / 2 * (height - 1)) + 1;
    for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      image.setRGB(x, y, colour.getRGB());
    }
  }
}
