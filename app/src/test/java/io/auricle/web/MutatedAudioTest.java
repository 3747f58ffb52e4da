package io.auricle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.cli.Wav;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Damaged files through the API: whatever comes, it is answered with 200 or a 4xx, and the server
 * lives. The system property {@code auricle.mutations} asks for another number of them.
 */
final class MutatedAudioTest {
  private static final int COUNT = Integer.getInteger("auricle.mutations", 2000);
  private static final int CLIENTS = 4;
  private static final long SEED = 20_260_101;

  @Test
  void damagedFilesAreAnswered() throws Exception {
    List<byte[]> seeds = seeds();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (TestServer server = TestServer.start()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        int number = i;
        answers.add(clients.submit(() -> send(server, seeds, number)));
      }
      Map<Integer, Integer> counts = new TreeMap<>();
      for (int i = 0; i < COUNT; i++) {
        int status = answers.get(i).get();
        assertTrue(status == 200 || (status >= 400 && status < 500), "file " + i + ": " + status);
        counts.merge(status, 1, Integer::sum);
      }
      System.out.println(COUNT + " damaged files, answers by status: " + counts);
      assertEquals("", server.log());
      assertEquals(List.of(), server.uploads());
      assertEquals(200, send(server, seeds.get(0)).statusCode());
      assertTrue(counts.containsKey(200) && counts.containsKey(422), counts.toString());
    } finally {
      clients.shutdownNow();
    }
  }

  private static int send(TestServer server, List<byte[]> seeds, int number) throws Exception {
    Random random = new Random(SEED + number);
    // FFmpeg is a process a file: a few of them.
    byte[] seed = seeds.get(number % 20 == 0 ? seeds.size() - 1 : number % (seeds.size() - 1));
    HttpResponse<byte[]> response = send(server, mutated(seed, random));
    return response.statusCode();
  }

  private static HttpResponse<byte[]> send(TestServer server, byte[] file) throws Exception {
    return server.post("/api/v1/classify", new Multipart().file("a", file));
  }

  /** WAVs of integers and floats, AIFF and AU; an MP3 last. */
  private static List<byte[]> seeds() throws Exception {
    byte[] wav = Wav.noise("hum", 1, 1.2);
    byte[] samples = Arrays.copyOfRange(wav, 44, wav.length);
    byte[] floats = Wav.floats(0.25f, 10_000);
    byte[] au = Wav.join(au(samples.length), samples);
    byte[] aiff = Wav.join(aiff(samples.length), samples);
    byte[] mp3 = Files.readAllBytes(Path.of("../samples/metal.mp3"));
    return List.of(wav, floats, au, aiff, Arrays.copyOf(mp3, 24_000));
  }

  private static byte[] au(int length) {
    return ByteBuffer.allocate(24)
        .put(".snd".getBytes(StandardCharsets.US_ASCII))
        .putInt(24)
        .putInt(length)
        .putInt(3)
        .putInt(Wav.RATE_HZ)
        .putInt(1)
        .array();
  }

  private static byte[] aiff(int length) {
    ByteBuffer out = ByteBuffer.allocate(54);
    out.put(Wav.ascii("FORM")).putInt(46 + length).put(Wav.ascii("AIFFCOMM")).putInt(18);
    out.putShort((short) 1).putInt(length / 2).putShort((short) 16);
    // 8000 as an 80-bit float: 0xFA00 << 48 times 2 to the 12 - 63.
    out.putShort((short) (16_383 + 12)).putLong(0xFA00_0000_0000_0000L);
    return out.put(Wav.ascii("SSND")).putInt(8 + length).putInt(0).putInt(0).array();
  }

  /** One to eight changes: bits, bytes, lengths, pieces cut out, doubled or moved. */
  private static byte[] mutated(byte[] seed, Random random) {
    byte[] file = seed.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && file.length > 8; i++) {
      // Headers are where the harm is.
      int at =
          random.nextBoolean()
              ? random.nextInt(Math.min(64, file.length))
              : random.nextInt(file.length);
      switch (random.nextInt(6)) {
        case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> file[at] = (byte) random.nextInt();
        case 2 ->
            Arrays.fill(
                file, at, Math.min(file.length, at + 4), (byte) (random.nextBoolean() ? 0xFF : 0));
        case 3 -> file = Arrays.copyOf(file, at);
        case 4 -> {
          int end = Math.min(file.length, at + random.nextInt(100));
          file = Wav.join(Arrays.copyOf(file, at), Arrays.copyOfRange(file, end, file.length));
        }
        default -> {
          int end = Math.min(file.length, at + random.nextInt(100));
          file = Wav.join(Arrays.copyOf(file, end), Arrays.copyOfRange(file, at, file.length));
        }
      }
    }
    return file;
  }
}
