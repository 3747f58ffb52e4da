package io.auricle.teach;

/** What was given cannot be learned; the message says why and what would help. */
public final class TeachingException extends Exception {
  private static final long serialVersionUID = 1L;

  public TeachingException(String message) {
    super(message);
  }
}
