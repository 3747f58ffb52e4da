package io.auricle.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that post files to a server, each as soon as its last was answered, and compare every
 * answer with the one expected. Prints requests, 503s, wrong answers, files a second and times.
 */
final class ServeLoad {
  private static final String USAGE =
      "usage: ServeLoad ADDRESS CLIENTS SECONDS|REQUESTSx EXPECTED.jsonl FILE...";
  private static final String TYPE = "multipart/form-data; boundary=limit";

  private final URI classify;
  private final List<byte[]> bodies = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong busy = new AtomicLong();

  private ServeLoad(String address, Path answers, List<Path> files) throws IOException {
    this.classify = URI.create(address + "/api/v1/classify");
    List<String> lines = Files.readAllLines(answers);
    for (int i = 0; i < files.size(); i++) {
      bodies.add(body(files.get(i)));
      expected.add("{\"results\":[" + lines.get(i) + "]}");
    }
  }

  /** A request's body; the name is the path, as it stands in the answer expected. */
  private static byte[] body(Path file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file
                + "\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(Files.readAllBytes(file));
    body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 5) {
      throw new IllegalArgumentException(USAGE);
    }
    List<Path> files = Arrays.stream(args).skip(4).map(Path::of).toList();
    ServeLoad load = new ServeLoad(args[0], Path.of(args[3]), files);
    boolean counted = args[2].endsWith("x");
    double amount = Double.parseDouble(args[2].replace("x", ""));
    load.run(
        Integer.parseInt(args[1]),
        counted ? Double.POSITIVE_INFINITY : amount,
        counted ? (long) amount : Long.MAX_VALUE);
    if (!load.wrong.isEmpty()) {
      System.exit(1);
    }
  }

  private void run(int clients, double seconds, long requests) throws InterruptedException {
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Thread thread = new Thread(() -> post(start, seconds, requests));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double took = (System.nanoTime() - start) / 1e9;
    double[] millis = nanos.stream().mapToDouble(time -> time / 1e6).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d answers in %.1f s: %.1f a second; p50 %.0f ms, p95 %.0f ms, most %.0f ms;"
            + " %d times 503, %d wrong%n",
        millis.length,
        took,
        millis.length / took,
        quantile(millis, 0.5),
        quantile(millis, 0.95),
        quantile(millis, 1),
        busy.get(),
        wrong.size());
    wrong.stream().limit(3).forEach(System.out::println);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  private void post(long start, double seconds, long requests) {
    while ((System.nanoTime() - start) / 1e9 < seconds) {
      long number = begun.getAndIncrement();
      if (number >= requests) {
        return;
      }
      int file = (int) (number % bodies.size());
      HttpRequest request =
          HttpRequest.newBuilder(classify)
              .header("Content-Type", TYPE)
              .POST(HttpRequest.BodyPublishers.ofByteArray(bodies.get(file)))
              .build();
      long sent = System.nanoTime();
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 503) {
          busy.incrementAndGet();
          Thread.sleep(100);
          continue;
        }
        nanos.add(System.nanoTime() - sent);
        if (answer.statusCode() != 200 || !answer.body().equals(expected.get(file))) {
          wrong.add(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException e) {
        wrong.add(e.toString());
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
