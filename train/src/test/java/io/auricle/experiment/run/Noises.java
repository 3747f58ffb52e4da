package io.auricle.experiment.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Three kinds of noise as WAV files, easy to tell apart; they swell, since nothing steady is music.
 */
final class Noises {
  static final List<String> KINDS = List.of("hiss", "hum", "tick");

  private static final int RATE = 22_050;

  private Noises() {}

  /** Writes files of 2 s, a folder for each kind. */
  static Path write(Path data, int each, Random random) throws IOException {
    for (String kind : KINDS) {
      Files.createDirectories(data.resolve(kind));
      for (int i = 0; i < each; i++) {
        wav(data.resolve(kind).resolve(i + ".wav"), kind, random, 2);
      }
    }
    return data;
  }

  /** One file of a kind, or of several with plus signs between. */
  static Path wav(Path file, String kind, Random random, int seconds) throws IOException {
    double hz = 80 + 60 * random.nextDouble();
    double loudness = 0.2 + 0.5 * random.nextDouble();
    ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * RATE * seconds).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * RATE * seconds);
    bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    bytes.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    bytes.putShort((short) 2).putShort((short) 16);
    bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * RATE * seconds);
    for (int i = 0; i < RATE * seconds; i++) {
      double value = 0;
      for (String part : List.of(kind.split("\\+", -1))) {
        value +=
            switch (part) {
              case "hiss" -> random.nextGaussian() * 0.3;
              case "hum" -> Math.sin(2 * Math.PI * hz * i / RATE);
              default -> i % (RATE / 4) < 40 ? 1 : 0.001 * random.nextGaussian();
            };
      }
      double swell = 0.75 + 0.25 * Math.sin(2 * Math.PI * 1.5 * i / RATE);
      value = Math.max(-1, Math.min(1, value * loudness * swell));
      bytes.putShort((short) (value * 32_767));
    }
    return Files.write(file, bytes.array());
  }
}
