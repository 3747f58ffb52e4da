package io.auricle.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * Answers a request whose body was not read to its end. Closing the connection at once would make
 * the client's system drop the answer while it still sends; so what comes is read and dropped for a
 * while, by few threads.
 */
public final class Refusal {
  private static final double SECONDS = 5;
  private static final int AT_ONCE = 32;
  private static final String BEGUN = "auricle.body";

  private final Semaphore free = new Semaphore(AT_ONCE);

  /** Notes that the body is being read. */
  public static void bodyBegins(HttpServletRequest request) {
    request.setAttribute(BEGUN, true);
  }

  /** Answers with a problem; what still comes is dropped. */
  public void send(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem) {
    byte[] body =
        Problems.json(problem.status(), problem.code(), problem.detail())
            .getBytes(StandardCharsets.UTF_8);
    try {
      response.setStatus(problem.status());
      problem.headers().forEach(response::setHeader);
      response.setHeader("Connection", "close");
      response.setContentType(Problems.TYPE);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.flushBuffer();
      // Who asks before it sends has its answer now and sends nothing.
      boolean waits = request.getHeader("Expect") != null && request.getAttribute(BEGUN) == null;
      if (!waits && free.tryAcquire()) {
        try {
          drop(request.getInputStream());
        } finally {
          free.release();
        }
      }
    } catch (IOException | RuntimeException e) {
      // The client is gone; there is nobody to tell.
      return;
    }
  }

  private static void drop(InputStream in) throws IOException {
    byte[] block = new byte[1 << 16];
    long start = System.nanoTime();
    while (in.read(block) >= 0 && (System.nanoTime() - start) / 1e9 < SECONDS) {
      // Dropped.
    }
  }
}
