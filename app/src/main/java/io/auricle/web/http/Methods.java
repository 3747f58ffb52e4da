package io.auricle.web.http;

import java.util.Set;

/** The methods of HTTP that this server knows; all others are one. */
public final class Methods {
  /** Stands for every method that is not known. */
  public static final String OTHER = "other";

  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private Methods() {}

  /** Whether a method is known; case counts. */
  public static boolean isKnown(String method) {
    return KNOWN.contains(method);
  }

  /** The method, one of a few whatever clients send. */
  public static String closed(String method) {
    return isKnown(method) ? method : OTHER;
  }

  /** Whether a method may change something. */
  static boolean isWrite(String method) {
    return !READING.contains(method);
  }
}
