package io.auricle.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** WAV files of noises, made by the tests that read them. */
public final class Wav {
  public static final int RATE_HZ = 8000;
  public static final int PCM = 1;
  public static final int FLOAT = 3;

  private Wav() {}

  /** A header of the classic 44 bytes; lengths as unsigned 32 bits. */
  public static byte[] header(int tag, int channels, long rateHz, int bits, long dataBytes) {
    int frameBytes = channels * bits / 8;
    ByteBuffer out = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt((int) (dataBytes + 36)).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) tag).putShort((short) channels).putInt((int) rateHz);
    out.putInt((int) (rateHz * frameBytes)).putShort((short) frameBytes).putShort((short) bits);
    return out.put(ascii("data")).putInt((int) dataBytes).array();
  }

  /** Hiss or a hum that swells, as nothing steady is music; 16-bit mono of 8 kHz. */
  public static byte[] noise(String kind, long seed, double seconds) {
    Random random = new Random(seed);
    double hz = 80 + 60 * random.nextDouble();
    int frames = (int) Math.round(seconds * RATE_HZ);
    ByteBuffer out = ByteBuffer.allocate(2 * frames).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < frames; i++) {
      double value =
          kind.equals("hiss")
              ? 0.2 * random.nextGaussian()
              : 0.4 * Math.sin(2 * Math.PI * hz * i / RATE_HZ) + 0.001 * random.nextGaussian();
      double swell = 0.75 + 0.25 * Math.sin(2 * Math.PI * 1.5 * i / RATE_HZ);
      out.putShort((short) (32_767 * Math.max(-1, Math.min(1, swell * value))));
    }
    return join(header(PCM, 1, RATE_HZ, 16, 2L * frames), out.array());
  }

  /** 32-bit floats, each the same value. */
  public static byte[] floats(float value, int frames) {
    ByteBuffer out = ByteBuffer.allocate(4 * frames).order(ByteOrder.LITTLE_ENDIAN);
    while (out.hasRemaining()) {
      out.putFloat(value);
    }
    return join(header(FLOAT, 1, RATE_HZ, 32, 4L * frames), out.array());
  }

  /** A folder of each kind, {@code count} files in each. */
  public static Path noises(Path folder, int count) throws IOException {
    long seed = 1;
    for (String kind : new String[] {"hiss", "hum"}) {
      Files.createDirectories(folder.resolve(kind));
      for (int i = 0; i < count; i++) {
        Files.write(folder.resolve(kind).resolve(i + ".wav"), noise(kind, seed++, 2));
      }
    }
    return folder;
  }

  public static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
