package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.Excerpt;
import io.auricle.audio.SampleStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The excerpts of a file behind each other; each is opened when the one before it has ended. */
final class ExcerptStream implements SampleStream {
  private final Opener opener;
  private final Iterator<Excerpt> rest;
  private final int sampleRateHz;
  private final List<String> warnings = new ArrayList<>();
  private @Nullable SampleStream now;
  private long left;
  private boolean sound;
  private boolean guess;

  /** Opens an excerpt. */
  @FunctionalInterface
  interface Opener {
    SampleStream open(Excerpt excerpt) throws DecodeException;
  }

  ExcerptStream(List<Excerpt> excerpts, int sampleRateHz, Opener opener) {
    this.opener = opener;
    this.rest = excerpts.iterator();
    this.sampleRateHz = sampleRateHz;
  }

  @Override
  public int sampleRateHz() {
    return sampleRateHz;
  }

  @Override
  public int read(float[] buffer, int offset, int length) throws DecodeException {
    if (GuardedStream.noRoom(buffer, offset, length)) {
      return 0;
    }
    while (true) {
      if (now == null) {
        if (!rest.hasNext()) {
          return -1;
        }
        Excerpt next = rest.next();
        now = opener.open(next);
        left = Math.round(next.seconds() * sampleRateHz);
      }
      int count = left == 0 ? -1 : now.read(buffer, offset, (int) Math.min(length, left));
      if (count > 0) {
        left -= count;
        return count;
      }
      end(now);
      now = null;
    }
  }

  private void end(SampleStream ended) {
    sound |= ended.hasSound();
    guess |= ended.isGuess();
    ended.warnings().stream().filter(one -> !warnings.contains(one)).forEach(warnings::add);
    ended.close();
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public boolean hasSound() {
    return sound || (now != null && now.hasSound());
  }

  @Override
  public boolean isGuess() {
    return guess || (now != null && now.isGuess());
  }

  @Override
  public void close() {
    if (now != null) {
      now.close();
      now = null;
    }
  }
}
