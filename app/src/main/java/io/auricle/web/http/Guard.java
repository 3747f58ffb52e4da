package io.auricle.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. A server on loopback is reached by its names alone: otherwise a page of the outer
 * world could make its own name point here and read along (DNS rebinding). Requests that a page of
 * another origin sends are refused.
 */
public final class Guard {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  /** What browsers say of a request that was not sent by a page elsewhere. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final boolean local;
  private final Optional<String> apiKey;

  /**
   * @param local whether the server listens on loopback alone
   */
  public Guard(boolean local, Optional<String> apiKey) {
    this.local = local;
    this.apiKey = apiKey;
  }

  /**
   * Lets a request pass.
   *
   * @throws ProblemException if it may not
   */
  public void check(Context context) {
    String host = String.valueOf(context.header("Host")).toLowerCase(Locale.ROOT);
    if (local && !LOCAL.contains(host.replaceFirst(":[0-9]*$", ""))) {
      throw ProblemException.of(
          421, "WRONG_HOST", "this server is called localhost; start it with --host for others");
    }
    // A header that is there twice must be right each time: nobody knows which one a proxy looked
    // at.
    if (!all(context, "Origin").stream().allMatch(origin -> isOwn(origin, host, context))) {
      throw foreign();
    }
    // Some old forms and plugins send no origin; newer browsers tell from where they ask.
    boolean isWrite = Methods.isWrite(context.req().getMethod());
    if (isWrite && !OWN_SITES.containsAll(all(context, "Sec-Fetch-Site"))) {
      throw foreign();
    }
  }

  /** Scheme, name and port must be this server's; a proxy in front may have another scheme. */
  private static boolean isOwn(String origin, String host, Context context) {
    List<String> forwarded = all(context, "X-Forwarded-Proto");
    boolean encrypted = forwarded.size() == 1 && forwarded.get(0).equalsIgnoreCase("https");
    String scheme = encrypted ? "https" : "http";
    String standard = scheme.equals("https") ? ":443" : ":80";
    return without(standard, origin.toLowerCase(Locale.ROOT))
        .equals(without(standard, scheme + "://" + host));
  }

  private static String without(String port, String origin) {
    return origin.endsWith(port) ? origin.substring(0, origin.length() - port.length()) : origin;
  }

  /** What a header says, as often as it is there. */
  private static List<String> all(Context context, String header) {
    return Collections.list(context.req().getHeaders(header));
  }

  private static ProblemException foreign() {
    return ProblemException.of(
        403, "WRONG_ORIGIN", "pages of other origins may not use this server");
  }

  /**
   * Wants the key, if there is one.
   *
   * @throws ProblemException if the request does not bring it
   */
  public void checkKey(Context context) {
    if (apiKey.isEmpty()) {
      return;
    }
    List<String> given = all(context, "Authorization");
    byte[] expected = ("Bearer " + apiKey.get()).getBytes(StandardCharsets.UTF_8);
    // Takes as long for a wrong key as for a right one.
    if (given.size() != 1
        || !MessageDigest.isEqual(expected, given.get(0).getBytes(StandardCharsets.UTF_8))) {
      throw ProblemException.unauthorized();
    }
  }
}
