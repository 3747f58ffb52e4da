package io.auricle.library.format;

/** A file whose tags cannot be read or written. It is as it was before. */
public final class TagException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TagFault fault;

  /**
   * @param reason what is wrong and, where it helps, what to do next; without the path
   */
  public TagException(TagFault fault, String reason) {
    super(reason);
    this.fault = fault;
  }

  public TagFault fault() {
    return fault;
  }

  /** The reason without the path. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  static TagException corrupt(String reason) {
    return new TagException(TagFault.CORRUPT, reason + "; nothing was written, to lose nothing");
  }
}
