package io.auricle.plot;

import io.auricle.audio.Signal;
import io.auricle.feature.Chroma;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.MelOptions;
import io.auricle.feature.Mfcc;
import io.auricle.feature.OnsetStrength;
import io.auricle.feature.Spectrum;
import io.auricle.feature.StftOptions;
import io.auricle.feature.Tempogram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** What a picture of a sound can show; frames of 2048 samples, hop 512. */
public enum PictureKind {
  /** Highest and lowest sample of each column of pixels. */
  WAVEFORM {
    @Override
    Picture of(Signal signal, String name) {
      double peak = Field.peak(signal);
      return new Picture(
          name + " \u2013 waveform",
          Field.wave(signal, peak),
          time(signal),
          Axis.linear("amplitude", -peak, peak, 6),
          Optional.empty());
    }
  },
  /** Levels of frequencies, on a logarithmic axis. */
  SPECTROGRAM {
    @Override
    Picture of(Signal signal, String name) {
      int rate = signal.sampleRateHz();
      FeatureMatrix db = new StftOptions(rate, FRAME, HOP, -80).extractor().extract(signal);
      double top = rate / 2.0;
      double octaves = Math.log(top / LOWEST_HZ);
      List<Axis.Tick> ticks = new ArrayList<>();
      for (double hz : new double[] {50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000}) {
        if (hz <= top) {
          ticks.add(new Axis.Tick(Math.log(hz / LOWEST_HZ) / octaves, "%.0f".formatted(hz)));
        }
      }
      double binHz = (double) rate / FRAME;
      return new Picture(
          name + " \u2013 spectrogram",
          Field.of(db, y -> LOWEST_HZ * Math.exp(y * octaves) / binHz, -80, 0),
          time(signal),
          new Axis("frequency (Hz)", ticks),
          Optional.of(Axis.linear("level (dB)", -80, 0, 8)));
    }
  },
  /** Levels of 128 mel bands. */
  MEL {
    @Override
    Picture of(Signal signal, String name) {
      int rate = signal.sampleRateHz();
      FeatureMatrix db = new MelOptions(rate, FRAME, HOP, 128, -80).extractor().extract(signal);
      double top = Field.slaneyMel(rate / 2.0);
      List<Axis.Tick> ticks = new ArrayList<>();
      for (double hz : new double[] {0, 250, 500, 1000, 2000, 4000, 8000, 16_000}) {
        if (hz <= rate / 2.0) {
          ticks.add(new Axis.Tick(Field.slaneyMel(hz) / top, "%.0f".formatted(hz)));
        }
      }
      return new Picture(
          name + " \u2013 mel spectrogram",
          Field.of(db, y -> y * 127, -80, 0),
          time(signal),
          new Axis("frequency (Hz, mel scale)", ticks),
          Optional.of(Axis.linear("level (dB)", -80, 0, 8)));
    }
  },
  /**
   * Mel-frequency cepstral coefficients in standard deviations from the mean of each, since the
   * first few are far larger than the others. The very first, loudness, is left out.
   */
  MFCC {
    @Override
    Picture of(Signal signal, String name) {
      FeatureMatrix mfcc = Mfcc.of(20).of(Spectrum.of(signal, FRAME, HOP));
      List<Axis.Tick> ticks = new ArrayList<>();
      for (int i = 2; i <= 20; i += 2) {
        ticks.add(new Axis.Tick((i - 1.5) / 19, Integer.toString(i)));
      }
      return new Picture(
          name + " \u2013 MFCC 2 to 20",
          Field.of(Field.standardised(mfcc), y -> 1 + Math.min(18, Math.floor(y * 19)), -3, 3),
          time(signal),
          new Axis("coefficient", ticks),
          Optional.of(Axis.linear("deviations from mean", -3, 3, 6)));
    }
  },
  /** Strength of the twelve pitch classes. */
  CHROMA {
    @Override
    Picture of(Signal signal, String name) {
      Chroma chroma = new Chroma();
      FeatureMatrix values = chroma.of(Spectrum.of(signal, FRAME, HOP));
      List<Axis.Tick> ticks = new ArrayList<>();
      for (int c = 0; c < 12; c++) {
        ticks.add(new Axis.Tick((c + 0.5) / 12, chroma.columns().get(c).replace('#', '\u266f')));
      }
      return new Picture(
          name + " \u2013 chroma",
          Field.of(values, y -> Math.min(11, Math.floor(y * 12)), 0, 1),
          time(signal),
          new Axis("pitch class", ticks),
          Optional.of(Axis.linear("strength", 0, 1, 5)));
    }
  },
  /** Autocorrelation of the onsets around each moment, by tempo. */
  TEMPOGRAM {
    @Override
    Picture of(Signal signal, String name) {
      FeatureMatrix onsets = OnsetStrength.MEAN.of(Spectrum.of(signal, FRAME, HOP));
      double bpmAtLagOne = 60.0 * signal.sampleRateHz() / HOP;
      int lags = (int) (8.0 * signal.sampleRateHz() / HOP);
      FeatureMatrix values = new Tempogram(Math.max(2, lags)).of(onsets);
      double octaves = Math.log(HIGHEST_BPM / LOWEST_BPM);
      List<Axis.Tick> ticks = new ArrayList<>();
      for (int bpm : new int[] {30, 45, 60, 90, 120, 180, 240, 360}) {
        ticks.add(new Axis.Tick(Math.log(bpm / LOWEST_BPM) / octaves, Integer.toString(bpm)));
      }
      return new Picture(
          name + " \u2013 tempogram",
          Field.of(values, y -> bpmAtLagOne / (LOWEST_BPM * Math.exp(y * octaves)), 0, 1),
          time(signal),
          new Axis("tempo (bpm)", ticks),
          Optional.of(Axis.linear("correlation", 0, 1, 5)));
    }
  };

  private static final int FRAME = 2048;
  private static final int HOP = 512;
  private static final double LOWEST_HZ = 40;
  private static final double LOWEST_BPM = 30;
  private static final double HIGHEST_BPM = 400;

  abstract Picture of(Signal signal, String name);

  private static Axis time(Signal signal) {
    return Axis.linear("time (s)", 0, signal.durationSeconds(), 12);
  }

  /**
   * Draws a sound as PNG.
   *
   * @param signal of at least one sample
   * @param name for the title
   */
  public void writePng(Signal signal, String name, OutputStream out) throws IOException {
    PngCanvas canvas = new PngCanvas(PictureLayout.WIDTH, PictureLayout.HEIGHT);
    PictureLayout.draw(of(signal, name), canvas);
    ImageIO.write(canvas.image(), "png", out);
  }

  /**
   * Draws a sound as SVG.
   *
   * @param signal of at least one sample
   * @param name for the title
   */
  public void writeSvg(Signal signal, String name, OutputStream out) throws IOException {
    SvgCanvas canvas = new SvgCanvas(PictureLayout.WIDTH, PictureLayout.HEIGHT);
    PictureLayout.draw(of(signal, name), canvas);
    out.write(canvas.document().getBytes(StandardCharsets.UTF_8));
  }
}
