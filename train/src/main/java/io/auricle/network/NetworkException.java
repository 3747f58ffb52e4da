package io.auricle.network;

/** A fault in a network file; the message names the line and what is allowed. */
public final class NetworkException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NetworkException(String message) {
    super(message);
  }
}
