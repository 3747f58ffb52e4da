package io.auricle.plot;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import java.util.Optional;
import java.util.function.Supplier;

/** What a picture of a sound can show; frames of 2048 samples, hop 512. */
public enum PictureKind {
  /** Highest and lowest sample and root mean square over time. */
  WAVEFORM(WaveSketch::new),
  /** Levels of frequencies, on a logarithmic axis. */
  SPECTROGRAM(LevelSketch::ofBins),
  /** Levels of 128 mel bands. */
  MEL(LevelSketch::ofMelBands),
  /** Mel-frequency cepstral coefficients, in standard deviations from the mean of each. */
  MFCC(MfccSketch::new),
  /** Strength of the twelve pitch classes. */
  CHROMA(ChromaSketch::new),
  /** Autocorrelation of the onsets around each moment, by tempo. */
  TEMPOGRAM(TempogramSketch::new);

  private final Supplier<Sketch> sketch;

  PictureKind(Supplier<Sketch> sketch) {
    this.sketch = sketch;
  }

  /**
   * Draws a sound of any length in bounded memory.
   *
   * @param name for the title
   * @return the picture; empty if the sound ends before it begins
   * @throws DecodeException if the sound is bad
   */
  public Optional<SoundPicture> draw(SampleStream stream, String name, PictureOptions options)
      throws DecodeException {
    Sketch gathered = sketch.get();
    double from = options.fromSeconds();
    long samples = SoundBlocks.read(stream, from, options.toSeconds(), gathered::add);
    if (samples == 0) {
      return Optional.empty();
    }
    PictureLayout layout = new PictureLayout(options.width(), options.height());
    double end = from + (double) samples / stream.sampleRateHz();
    Picture picture =
        gathered.picture(
            shortened(name, options.width() / 14),
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
