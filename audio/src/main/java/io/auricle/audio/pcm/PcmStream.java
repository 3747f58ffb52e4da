package io.auricle.audio.pcm;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Uncompressed samples, mixed to mono ({@link ChannelMix}), at the rate of the file. NaN and
 * infinite samples become 0 and values beyond {@link #MAX_AMPLITUDE} are clamped, both with a
 * warning, so that no later sum of squares overflows.
 */
public final class PcmStream implements SampleStream {
  /** Above the range of 16-bit integers written as floats by mistake, far below any overflow. */
  static final float MAX_AMPLITUDE = 65536f;

  private static final int BLOCK_BYTES = 1 << 16;

  private static final int FIRST_FRAMES = 1 << 12;

  private final InputStream in;
  private final Path path;
  private final PcmFormat format;
  private final byte[] bytes;
  private final ByteBuffer view;
  private final ChannelMix mix;
  private final SampleRange range;
  private final SampleSanitiser sanitiser = new SampleSanitiser();
  private final List<String> warnings = new ArrayList<>();
  private final OptionalDouble expectedSeconds;
  private float[] window;
  private float[] mixed;
  private int mixedFrom;
  private int mixedTo;
  private long remainingBytes;
  private boolean ended;

  /**
   * The samples behind a header.
   *
   * @param in stands at the first sample
   * @param availableBytes what the file holds from there, or {@link PcmFormat#UNKNOWN_LENGTH}
   */
  public PcmStream(InputStream in, Path path, PcmFormat format, long availableBytes) {
    this.in = in;
    this.path = path;
    this.format = format;
    int frames = Math.max(1, BLOCK_BYTES / format.frameBytes());
    this.bytes = new byte[frames * format.frameBytes()];
    this.view = ByteBuffer.wrap(bytes).order(format.order());
    this.mix = new ChannelMix(format.channels(), format.sampleRateHz());
    this.range = new SampleRange(format.channels());
    // Grows to what is there: a header may claim any number of channels and samples a second.
    this.mixed = new float[Math.min(mix.windowFrames(), Math.max(frames, FIRST_FRAMES))];
    this.window = new float[mixed.length * format.channels()];
    this.remainingBytes = format.dataBytes() < 0 ? Long.MAX_VALUE : format.dataBytes();
    if (availableBytes != PcmFormat.UNKNOWN_LENGTH && remainingBytes > availableBytes) {
      if (format.dataBytes() == PcmFormat.UNFINISHED) {
        warnings.add(
            "unfinished: the header says that there are no samples; the "
                + availableBytes
                + " bytes behind it are taken as such");
      } else if (remainingBytes != Long.MAX_VALUE) {
        warnings.add(
            "cut or wrongly labelled: the header says "
                + format.dataBytes()
                + " bytes of samples, the file holds "
                + availableBytes);
      }
      remainingBytes = availableBytes;
    }
    long frameCount = remainingBytes / format.frameBytes();
    this.expectedSeconds =
        remainingBytes == Long.MAX_VALUE
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) frameCount / format.sampleRateHz());
  }

  @Override
  public int sampleRateHz() {
    return format.sampleRateHz();
  }

  @Override
  public int read(float[] buffer, int offset, int length) throws DecodeException {
    if (mixedFrom == mixedTo && !ended) {
      fill();
    }
    if (mixedFrom == mixedTo) {
      return -1;
    }
    int count = Math.min(length, mixedTo - mixedFrom);
    System.arraycopy(mixed, mixedFrom, buffer, offset, count);
    mixedFrom += count;
    return count;
  }

  /** Reads and mixes the next window. */
  private void fill() throws DecodeException {
    int frames = 0;
    for (int got; (got = readFrames(frames)) > 0; ) {
      frames += got;
    }
    if (frames == 0) {
      end();
    } else {
      range.add(window, frames);
      mix.mix(window, frames, mixed);
    }
    mixedFrom = 0;
    mixedTo = frames;
  }

  /** Reads into the window behind the frames it holds; 0 if it is full or nothing is left. */
  private int readFrames(int held) throws DecodeException {
    if (held == mixed.length) {
      if (held == mix.windowFrames()) {
        return 0;
      }
      mixed = new float[Math.min(mix.windowFrames(), 2 * held)];
      window = Arrays.copyOf(window, mixed.length * format.channels());
    }
    int frameBytes = format.frameBytes();
    long room = Math.min((long) (mixed.length - held) * frameBytes, bytes.length);
    int got;
    try {
      got = in.readNBytes(bytes, 0, (int) Math.min(room, remainingBytes));
    } catch (IOException e) {
      throw new DecodeException(ErrorCode.CORRUPT, path, "cannot be read: " + e.getMessage());
    }
    remainingBytes -= got;
    int frames = got / frameBytes;
    int from = held * format.channels();
    int count = frames * format.channels();
    format.encoding().decode(view, window, from, count);
    if (format.encoding() == SampleEncoding.F32 || format.encoding() == SampleEncoding.F64) {
      sanitiser.sanitise(window, from, from + count);
    }
    return frames;
  }

  private void end() {
    ended = true;
    mix.warning().ifPresent(warnings::add);
    sanitiser.addWarnings(warnings);
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public boolean isGuess() {
    return mix.isMostlyOpposite();
  }

  @Override
  public boolean hasSound() {
    return range.exceeds(format.encoding().step());
  }

  /** Whether any channel varied by more than a step up and a step down. */
  public boolean varies(float step) {
    return range.exceeds(step);
  }

  @Override
  public OptionalDouble expectedSeconds() {
    return expectedSeconds;
  }

  @Override
  public void close() {
    ended = true;
    mixedFrom = mixedTo;
    try {
      in.close();
    } catch (IOException e) {
      // Nothing was written: there is nothing to lose.
    }
  }
}
