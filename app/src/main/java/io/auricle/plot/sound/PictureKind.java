package io.auricle.plot.sound;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.plot.Axis;
import io.auricle.plot.Picture;
import io.auricle.plot.PictureLayout;
import java.util.Optional;

/** What a picture of a sound can show; frames of 2048 samples, hop 512. */
public enum PictureKind {
  /** Highest and lowest sample and root mean square over time. */
  WAVEFORM {
    @Override
    Sketch sketch() {
      return new WaveSketch();
    }
  },
  /** Levels of frequencies, on a logarithmic axis. */
  SPECTROGRAM {
    @Override
    Sketch sketch() {
      return LevelSketch.ofBins();
    }
  },
  /** Levels of 128 mel bands. */
  MEL {
    @Override
    Sketch sketch() {
      return LevelSketch.ofMelBands();
    }
  },
  /** Mel-frequency cepstral coefficients, in standard deviations from the mean of each. */
  MFCC {
    @Override
    Sketch sketch() {
      return new MfccSketch();
    }
  },
  /** Strength of the twelve pitch classes. */
  CHROMA {
    @Override
    Sketch sketch() {
      return new ChromaSketch();
    }
  },
  /** Autocorrelation of the onsets around each moment, by tempo. */
  TEMPOGRAM {
    @Override
    Sketch sketch() {
      return new TempogramSketch();
    }
  };

  /** Begins a picture. */
  abstract Sketch sketch();

  /**
   * Draws a sound of any length in bounded memory.
   *
   * @param name for the title
   * @return the picture; empty if the sound ends before it begins
   * @throws DecodeException if the sound is bad
   */
  public Optional<SoundPicture> draw(SampleStream stream, String name, PictureOptions options)
      throws DecodeException {
    Sketch gathered = sketch();
    double from = options.fromSeconds();
    long samples = SoundBlocks.read(stream, from, options.toSeconds(), gathered::add);
    if (samples == 0) {
      return Optional.empty();
    }
    PictureLayout layout = new PictureLayout(options.width(), options.height());
    double end = from + (double) samples / stream.sampleRateHz();
    Picture picture =
        gathered.picture(
            shortened(name, (options.width() - 290) / 10),
            Axis.time(from, end, options.width() / 100),
            layout);
    return Optional.of(new SoundPicture(picture, layout));
  }

  /** So that the title fits. */
  private static String shortened(String name, int most) {
    return name.length() <= most
        ? name
        : name.substring(0, most / 2) + "\u2026" + name.substring(name.length() - most / 2);
  }
}
