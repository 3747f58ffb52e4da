package io.auricle.library.sound;

import io.auricle.audio.Excerpt;
import io.auricle.audio.Excerpts;
import io.auricle.dsp.fft.RealFft;
import io.auricle.dsp.fft.Window;
import io.auricle.predict.SoundListener;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Measures a song while models hear it, in parts of ten seconds, so that a song of any length needs
 * the memory of one. Not thread-safe.
 */
public final class SongSound implements SoundListener {
  /** Raised when other figures would come out: songs are then heard again. */
  public static final int VERSION = 1;

  private static final double PART_SECONDS = 10;

  /** A rest shorter than this says nothing. */
  private static final double LEAST_SECONDS = 1;

  /** Of a song that is heard whole so much is marked, if it does not say how long it is. */
  private static final double MARKED_SECONDS = 80;

  private static final int LOW_RATE = 8_000;

  /** Half a second: semitones from about A2 on are apart. */
  private static final double FRAME_SECONDS = 0.512;

  /** Every so many frames pitches are looked for. */
  private static final int PITCH_EVERY = 4;

  /** Where parts lie in the file, if they do not follow each other. */
  private final @Nullable List<Excerpt> excerpts;

  private final List<Excerpt> marked;
  private final SoundMarks.Builder marks = new SoundMarks.Builder();
  private final Pulse pulse = new Pulse();
  private @Nullable Hearing hearing;

  private SongSound(@Nullable List<Excerpt> excerpts, List<Excerpt> marked) {
    this.excerpts = excerpts;
    this.marked = marked;
  }

  /** Of a song that is heard by excerpts of ten seconds. */
  public static SongSound ofExcerpts(Excerpts excerpts, double seconds) {
    List<Excerpt> parts = excerpts.of(seconds);
    return new SongSound(parts, parts);
  }

  /**
   * Of a song that is heard whole; marked are the same places as of excerpts.
   *
   * @param seconds how long it says it is
   */
  public static SongSound ofWhole(OptionalDouble seconds) {
    boolean suit = Excerpts.USUAL.suit(seconds);
    return new SongSound(
        null,
        suit ? Excerpts.USUAL.of(seconds.getAsDouble()) : List.of(new Excerpt(0, MARKED_SECONDS)));
  }

  /** What depends on the rate. */
  private final class Hearing {
    private final float[] part;
    private final int rate;
    private final SongOnsets onsets;
    private final Decimator decimator;
    private final double lowRate;
    private final RealFft fft;
    private final float[] window;
    private final int hop;
    private final Pitches pitches;
    private final MarkMaker maker;
    private int filled;
    private int parts;

    Hearing(int rate) {
      this.rate = rate;
      this.part = new float[(int) Math.round(PART_SECONDS * rate)];
      this.onsets = new SongOnsets(rate);
      int factor = Math.max(1, rate / LOW_RATE);
      this.decimator = new Decimator(factor);
      this.lowRate = (double) rate / factor;
      this.fft = RealFft.ofLength(Integer.highestOneBit((int) Math.ceil(FRAME_SECONDS * lowRate)));
      this.window = Window.HANN.weights(fft.length());
      this.hop = (int) Math.round(SoundMarks.STEP * lowRate);
      double binHz = lowRate / fft.length();
      this.pitches = new Pitches(binHz, fft.bins());
      this.maker = new MarkMaker(binHz, fft.bins());
    }

    void take(float[] samples, int length) {
      int taken = 0;
      while (taken < length) {
        int n = Math.min(length - taken, part.length - filled);
        System.arraycopy(samples, taken, part, filled, n);
        taken += n;
        filled += n;
        if (filled == part.length) {
          heard();
        }
      }
    }

    void heard() {
      double start =
          excerpts == null
              ? parts * PART_SECONDS
              : excerpts.get(Math.min(parts, excerpts.size() - 1)).start();
      int length = filled;
      filled = 0;
      parts++;
      if (length < LEAST_SECONDS * rate) {
        return;
      }
      pulse.add(onsets.of(part, length));
      float[] low = decimator.of(part, length);
      int frames = low.length < fft.length() ? 0 : (low.length - fft.length()) / hop + 1;
      float[] power = new float[frames * fft.bins()];
      fft.power(low, 0, hop, window, frames, power);
      for (int frame = 0; frame < frames; frame += PITCH_EVERY) {
        pitches.add(power, frame * fft.bins());
      }
      mark(start, maker.of(power, frames));
    }

    /** Keeps what of a part is to be marked. */
    private void mark(double start, short[] moments) {
      for (Excerpt wanted : marked) {
        int from = (int) Math.max(0, Math.ceil((wanted.start() - start) / SoundMarks.STEP));
        double end = wanted.start() + wanted.seconds() - start;
        int to = (int) Math.min(moments.length, Math.ceil(end / SoundMarks.STEP));
        if (from < to) {
          marks.add(start + from * SoundMarks.STEP, Arrays.copyOfRange(moments, from, to));
        }
      }
    }
  }

  @Override
  public void begin(int sampleRateHz) {
    hearing = new Hearing(sampleRateHz);
  }

  @Override
  public void take(float[] samples, int length) {
    if (hearing != null) {
      hearing.take(samples, length);
    }
  }

  /** What was measured, after the last sample. */
  public SoundFacts facts() {
    if (hearing == null) {
      throw new IllegalStateException("nothing was heard");
    }
    hearing.heard();
    return new SoundFacts(pulse.tempo(), hearing.pitches.key(), marks.build());
  }
}
