package io.auricle.spark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Catalogues for tests: clips of real sound, and files that nobody should meet. */
final class Clips {
  private static final int RATE_HZ = 22_050;
  private static final int HEADER = 44;

  private Clips() {}

  /** Clips of three seconds, each of another moment of a sample. */
  static List<Path> write(Path folder, int count) throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("../samples/jazz.wav"));
    byte[] samples = Arrays.copyOfRange(whole, HEADER, whole.length);
    int length = 3 * RATE_HZ * 2;
    List<Path> clips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * (samples.length - length) / count) & ~1;
      Path clip = Files.createDirectories(folder.resolve("d" + i % 7)).resolve("c" + i + ".wav");
      Files.write(clip, wav(length, Arrays.copyOfRange(samples, from, from + length)));
      clips.add(clip);
    }
    return clips;
  }

  /** Up to so many clips of the data sets emotify and mood4q, the same ones each time. */
  static List<Path> link(Path data, Path folder, int most) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.walk(data)) {
      found =
          files
              .filter(file -> file.toString().matches(".*/(emotify|mood4q)/.*\\.opus"))
              .sorted()
              .limit(most)
              .toList();
    }
    List<Path> clips = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Path inner = Files.createDirectories(folder.resolve("d" + i % 7));
      String name = String.valueOf(found.get(i).getFileName());
      clips.add(Files.createSymbolicLink(inner.resolve(i + "-" + name), found.get(i)));
    }
    return clips;
  }

  /** What has to give a code and must not take the job, or the memory, with it. */
  static List<Path> hostile(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path tenHours = folder.resolve("ten-hours.wav");
    int length = 36_000 * RATE_HZ * 2;
    Files.write(tenHours, wav(length, new byte[] {1, 2, 3, 4}));
    try (RandomAccessFile file = new RandomAccessFile(tenHours.toFile(), "rw")) {
      file.setLength(HEADER + (long) length);
    }
    Path noise = folder.resolve("noise.mp3");
    byte[] bytes = new byte[300_000];
    new Random(7).nextBytes(bytes);
    Files.write(noise, bytes);
    Path text = Files.writeString(folder.resolve("list.m4a"), "#EXTM3U\nhttp://127.0.0.1/a\n");
    Path empty = Files.createFile(folder.resolve("empty.flac"));
    byte[] mp3 = Files.readAllBytes(Path.of("../samples/rock.mp3"));
    Path cut = Files.write(folder.resolve("cut.mp3"), Arrays.copyOf(mp3, 200));
    Path dead = folder.resolve("dead-link.mp3");
    Files.createSymbolicLink(dead, folder.resolve("nowhere.mp3"));
    return List.of(tenHours, noise, text, empty, cut, dead);
  }

  private static byte[] wav(int length, byte[] samples) {
    ByteBuffer wav = ByteBuffer.allocate(HEADER + samples.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + length);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE_HZ).putInt(2 * RATE_HZ);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length).put(samples);
    return wav.array();
  }
}
