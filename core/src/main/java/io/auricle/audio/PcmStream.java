package io.auricle.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Uncompressed samples, mixed to mono by the mean of the channels, at the rate of the file. NaN and
 * infinite samples become 0 and values beyond {@link #MAX_AMPLITUDE} are clamped, both with a
 * warning, so that no later sum of squares overflows.
 */
final class PcmStream implements SampleStream {
  /** Above the range of 16-bit integers written as floats by mistake, far below any overflow. */
  static final float MAX_AMPLITUDE = 65536f;

  private static final int BLOCK_BYTES = 1 << 16;

  private final InputStream in;
  private final Path path;
  private final PcmFormat format;
  private final byte[] bytes;
  private final ByteBuffer view;
  private final float[] interleaved;
  private final List<String> warnings = new ArrayList<>();
  private final OptionalDouble expectedSeconds;
  private long remainingBytes;
  private long replaced;
  private long clamped;
  private boolean ended;

  /**
   * @param in stands at the first sample
   * @param availableBytes what the file holds from there, or {@link PcmFormat#UNKNOWN_LENGTH}
   */
  PcmStream(InputStream in, Path path, PcmFormat format, long availableBytes) {
    this.in = in;
    this.path = path;
    this.format = format;
    int frames = Math.max(1, BLOCK_BYTES / format.frameBytes());
    this.bytes = new byte[frames * format.frameBytes()];
    this.view = ByteBuffer.wrap(bytes).order(format.order());
    this.interleaved = new float[frames * format.channels()];
    this.remainingBytes =
        format.dataBytes() == PcmFormat.UNKNOWN_LENGTH ? Long.MAX_VALUE : format.dataBytes();
    if (availableBytes != PcmFormat.UNKNOWN_LENGTH && remainingBytes > availableBytes) {
      if (remainingBytes != Long.MAX_VALUE) {
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
    if (ended) {
      return -1;
    }
    int frameBytes = format.frameBytes();
    int wanted =
        Math.min(
            length * (long) frameBytes > bytes.length ? bytes.length : length * frameBytes,
            bytes.length);
    wanted = (int) Math.min(wanted, remainingBytes);
    int got;
    try {
      got = in.readNBytes(bytes, 0, wanted);
    } catch (IOException e) {
      throw new DecodeException(ErrorCode.CORRUPT, path, "cannot be read: " + e.getMessage());
    }
    remainingBytes -= got;
    int frames = got / frameBytes;
    if (frames == 0) {
      end();
      return -1;
    }
    format.encoding().decode(view, interleaved, frames * format.channels());
    mix(frames, buffer, offset);
    return frames;
  }

  private void mix(int frames, float[] buffer, int offset) {
    int channels = format.channels();
    if (format.encoding() == SampleEncoding.F32 || format.encoding() == SampleEncoding.F64) {
      sanitise(frames * channels);
    }
    switch (channels) {
      case 1 -> System.arraycopy(interleaved, 0, buffer, offset, frames);
      case 2 -> {
        for (int i = 0; i < frames; i++) {
          buffer[offset + i] = (interleaved[2 * i] + interleaved[2 * i + 1]) * 0.5f;
        }
      }
      default -> {
        for (int i = 0; i < frames; i++) {
          float sum = 0;
          for (int c = 0; c < channels; c++) {
            sum += interleaved[i * channels + c];
          }
          buffer[offset + i] = sum / channels;
        }
      }
    }
  }

  private void sanitise(int count) {
    for (int i = 0; i < count; i++) {
      float value = interleaved[i];
      // Also false for NaN.
      if (!(Math.abs(value) <= MAX_AMPLITUDE)) {
        if (Float.isFinite(value)) {
          interleaved[i] = Math.copySign(MAX_AMPLITUDE, value);
          clamped++;
        } else {
          interleaved[i] = 0;
          replaced++;
        }
      }
    }
  }

  private void end() {
    ended = true;
    if (replaced > 0) {
      warnings.add(replaced + " samples that are not finite numbers were replaced by 0");
    }
    if (clamped > 0) {
      warnings.add(clamped + " samples were clamped to an amplitude of " + (int) MAX_AMPLITUDE);
    }
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public OptionalDouble expectedSeconds() {
    return expectedSeconds;
  }

  @Override
  public void close() {
    ended = true;
    try {
      in.close();
    } catch (IOException e) {
      // Nothing was written: there is nothing to lose.
    }
  }
}
