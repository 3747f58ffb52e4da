package io.auricle.audio;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Mono samples read from a file one block at a time, so that a file of any length needs bounded
 * memory. Not thread-safe. Closing releases the file and ends any decoding process.
 */
public interface SampleStream extends AutoCloseable {
  /** Samples per second of what {@link #read} gives. */
  int sampleRateHz();

  /**
   * Reads up to {@code length} finite samples into {@code buffer} from {@code offset} on.
   *
   * @return the number of samples read, at least 1, or -1 at the end; 0 only for a length of 0
   * @throws DecodeException if the file is bad from here on or a limit is exceeded
   * @throws IndexOutOfBoundsException if the buffer has no such part
   */
  int read(float[] buffer, int offset, int length) throws DecodeException;

  /**
   * What was wrong with the file but did not stop it (for instance that it was cut), complete once
   * {@link #read} has returned -1.
   */
  List<String> warnings();

  /**
   * Whether anything varied above the last bit of the file's own samples, as far as {@link #read}
   * has come: a constant is no sound, nor is the dither of a silence.
   */
  default boolean hasSound() {
    return true;
  }

  /**
   * Whether most of what {@link #read} gave is a guess at what was meant, because the channels of
   * the file cancel each other.
   */
  default boolean isGuess() {
    return false;
  }

  /**
   * How long the file says it is, for showing progress; empty while it is not known. What comes may
   * be more or less.
   */
  default OptionalDouble expectedSeconds() {
    return OptionalDouble.empty();
  }

  @Override
  void close();
}
