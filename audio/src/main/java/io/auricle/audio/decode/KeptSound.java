package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleSource;
import io.auricle.audio.SampleStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sound of a file for those who look at it more than once: decoded once and kept if it is
 * short, decoded anew for each look if it is long. Used by one thread.
 */
public final class KeptSound implements SampleSource {
  private final SampleSource decoder;
  private final Path file;
  private final int rateHz;
  private final int mostKept;
  private final List<float[]> parts = new ArrayList<>();
  private List<String> warnings = List.of();
  private long length = -1;

  /**
   * The sound of a file.
   *
   * @param mostKept so many samples are kept at most
   */
  public KeptSound(AudioDecoder decoder, Path file, int mostKept) {
    this(() -> decoder.open(file), file, decoder.options().sampleRateHz(), mostKept);
  }

  /**
   * The sound of something else, which is decoded each time that it is opened.
   *
   * @param decoder opens it anew
   * @param name for messages
   */
  public KeptSound(SampleSource decoder, Path name, int rateHz, int mostKept) {
    this.decoder = decoder;
    this.file = name;
    this.rateHz = rateHz;
    this.mostKept = mostKept;
  }

  @Override
  public SampleStream open() throws DecodeException {
    if (length < 0) {
      return new FirstLook(decoder.open());
    }
    return length <= mostKept ? new NextLook(rateHz) : decoder.open();
  }

  /** Number of samples, known once the first stream has been read to its end. */
  public long length() {
    return length;
  }

  /** What was wrong with the file but did not stop it, known as {@link #length}. */
  public List<String> warnings() {
    return warnings;
  }

  /** Keeps what is read, until it is too much. */
  private final class FirstLook implements SampleStream {
    private final SampleStream stream;
    private long count;

    FirstLook(SampleStream stream) {
      this.stream = stream;
    }

    @Override
    public int sampleRateHz() {
      return stream.sampleRateHz();
    }

    @Override
    public int read(float[] buffer, int offset, int most) throws DecodeException {
      int read = stream.read(buffer, offset, most);
      if (read < 0) {
        if (count == 0) {
          throw new DecodeException(ErrorCode.EMPTY, file, "no sound in it");
        }
        length = count;
        warnings = stream.warnings();
        return read;
      }
      count += read;
      if (count <= mostKept) {
        parts.add(Arrays.copyOfRange(buffer, offset, offset + read));
      } else {
        parts.clear();
      }
      return read;
    }

    @Override
    public List<String> warnings() {
      return stream.warnings();
    }

    @Override
    public void close() {
      stream.close();
    }
  }

  /** Reads what was kept. */
  private final class NextLook implements SampleStream {
    private final int rateHz;
    private int part;
    private int at;

    NextLook(int rateHz) {
      this.rateHz = rateHz;
    }

    @Override
    public int sampleRateHz() {
      return rateHz;
    }

    @Override
    public int read(float[] buffer, int offset, int most) {
      if (part == parts.size()) {
        return -1;
      }
      float[] samples = parts.get(part);
      int count = Math.min(most, samples.length - at);
      System.arraycopy(samples, at, buffer, offset, count);
      at += count;
      if (at == samples.length) {
        part++;
        at = 0;
      }
      return count;
    }

    @Override
    public List<String> warnings() {
      return warnings;
    }

    @Override
    public void close() {}
  }
}
