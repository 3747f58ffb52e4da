package io.auricle.distill.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;

/** Writes WAV files of a second and a bit: low tones, or high ones with noise. */
final class SoundFile {
  private static final int RATE = 16_000;

  private SoundFile() {}

  static void write(Path file, String kind, Random random) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    int samples = (int) (RATE * (0.6 + 0.8 * random.nextDouble()));
    double hz =
        kind.equals("low") ? 90 + 60 * random.nextDouble() : 2000 + 900 * random.nextDouble();
    ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    bytes.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    bytes.putShort((short) 2).putShort((short) 16);
    bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    for (int i = 0; i < samples; i++) {
      double value = 0.4 * Math.sin(2 * Math.PI * hz * i / RATE);
      value += kind.equals("low") ? 0 : 0.1 * random.nextGaussian();
      bytes.putShort((short) (20_000 * value));
    }
    Files.write(file, bytes.array());
  }
}
