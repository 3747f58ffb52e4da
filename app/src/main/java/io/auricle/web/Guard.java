package io.auricle.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask, and what browsers may do with the answer. A server on loopback is reached by its
 * names alone: otherwise a page of the outer world could make its own name point here and read
 * along (DNS rebinding). Requests that a page of another origin sends are refused.
 */
final class Guard {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String POLICY =
      "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final boolean local;
  private final Optional<String> apiKey;

  /**
   * @param local whether the server listens on loopback alone
   */
  Guard(boolean local, Optional<String> apiKey) {
    this.local = local;
    this.apiKey = apiKey;
  }

  /** Headers of every answer. */
  static void protect(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
  }

  /**
   * Lets a request pass.
   *
   * @throws ProblemException if it may not
   */
  void check(Context context) {
    String host = String.valueOf(context.header("Host")).toLowerCase(Locale.ROOT);
    if (local && !LOCAL.contains(host.replaceFirst(":[0-9]*$", ""))) {
      throw ProblemException.of(
          421, "WRONG_HOST", "this server is called localhost; start it with --host for others");
    }
    String origin = context.header("Origin");
    if (origin != null && !origin.replaceFirst("^[a-z]+://", "").equalsIgnoreCase(host)) {
      throw ProblemException.of(
          403, "WRONG_ORIGIN", "pages of other origins may not use this server");
    }
  }

  /**
   * Wants the key, if there is one.
   *
   * @throws ProblemException if the request does not bring it
   */
  void checkKey(Context context) {
    if (apiKey.isEmpty()) {
      return;
    }
    String given = context.header("Authorization");
    byte[] expected = ("Bearer " + apiKey.get()).getBytes(StandardCharsets.UTF_8);
    // Takes as long for a wrong key as for a right one.
    if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
      throw ProblemException.unauthorized();
    }
  }
}
