package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.Excerpt;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Whole sounds in memory, as short as {@code librosa.load}: mono, at 22,050 Hz unless another rate
 * is asked for. An {@link AudioDecoder} reads sounds of any length block by block, with limits of
 * one's own. Thread-safe.
 */
public final class AudioFiles {
  /** The rate that is given unless another is asked for, that of {@code librosa.load}. */
  public static final int SAMPLE_RATE_HZ = 22_050;

  /** Most samples that an array holds. */
  private static final long MOST = Integer.MAX_VALUE - 8;

  private static final AudioDecoder USUAL = AudioDecoder.of(DecodeOptions.at(SAMPLE_RATE_HZ));

  private AudioFiles() {}

  /**
   * A file at 22,050 Hz: {@code librosa.load(path)}.
   *
   * @throws DecodeException if the file is bad, or longer than the default limits
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   */
  public static Signal load(Path file) throws DecodeException {
    return load(file, SAMPLE_RATE_HZ);
  }

  /**
   * A file at any rate: {@code librosa.load(path, sr=sampleRateHz)}.
   *
   * @param sampleRateHz in [1000, 768000]
   * @throws DecodeException as {@link #load(Path)}
   */
  public static Signal load(Path file, int sampleRateHz) throws DecodeException {
    try (SampleStream stream = decoder(sampleRateHz).open(file)) {
      return gather(stream, MOST);
    }
  }

  /**
   * A part of a file: {@code librosa.load(path, sr=sampleRateHz, offset=excerpt.start(),
   * duration=excerpt.seconds())}. What lies before it is sought over, not decoded.
   *
   * @param sampleRateHz in [1000, 768000]
   * @throws DecodeException as {@link #load(Path)}, also if the file ends before
   */
  public static Signal load(Path file, int sampleRateHz, Excerpt excerpt) throws DecodeException {
    try (SampleStream stream = decoder(sampleRateHz).open(file, List.of(excerpt))) {
      return gather(stream, MOST);
    }
  }

  /**
   * Bytes of any audio format, such as an upload or a row of a database; does not close the stream.
   *
   * @param name what messages call it
   * @param sampleRateHz in [1000, 768000]
   * @throws DecodeException as {@link #load(Path)}
   * @throws IOException of {@code in}
   */
  public static Signal load(InputStream in, String name, int sampleRateHz)
      throws DecodeException, IOException {
    try (SampleStream stream = decoder(sampleRateHz).open(in, name)) {
      return gather(stream, MOST);
    }
  }

  /**
   * A file at the rate that it has: {@code librosa.load(path, sr=None)}.
   *
   * @throws DecodeException as {@link #load(Path)}
   */
  public static Signal loadAtOwnRate(Path file) throws DecodeException {
    try (SampleStream stream = USUAL.openAtOwnRate(file)) {
      return gather(stream, MOST);
    }
  }

  private static AudioDecoder decoder(int sampleRateHz) {
    return sampleRateHz == SAMPLE_RATE_HZ ? USUAL : AudioDecoder.of(DecodeOptions.at(sampleRateHz));
  }

  /** The first samples of a stream, {@code most} of them if there are as many. */
  static Signal gather(SampleStream stream, long most) throws DecodeException {
    float[] samples = new float[(int) Math.min(most, 1 << 16)];
    int length = 0;
    while (length < most) {
      if (length == samples.length) {
        samples = Arrays.copyOf(samples, (int) Math.min(most, 2L * length));
      }
      int count = stream.read(samples, length, samples.length - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    return Signal.of(samples, 0, length, stream.sampleRateHz());
  }
}
