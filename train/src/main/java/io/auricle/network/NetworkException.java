package io.auricle.network;

/** A fault of a network or its file; the message names the place and what is allowed. */
public final class NetworkException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NetworkException(String message) {
    super(message);
  }

  NetworkException(String message, Throwable cause) {
    super(message, cause);
  }
}
