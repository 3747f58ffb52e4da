package io.auricle.audio;

import io.auricle.file.FileName;
import java.nio.file.Path;

/**
 * A file that cannot be analysed: bad data, not a bug. The message names the file and the reason.
 */
public final class DecodeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String reason;

  /**
   * @param code the stable reason code
   * @param path the file at fault, first in the message
   * @param reason what is wrong and, where it helps, what to do next
   */
  public DecodeException(ErrorCode code, Path path, String reason) {
    this(code, FileName.text(path), reason);
  }

  /**
   * @param code the stable reason code
   * @param name of what is at fault where it is no file, first in the message
   * @param reason what is wrong and, where it helps, what to do next
   */
  public DecodeException(ErrorCode code, String name, String reason) {
    super(name + ": " + reason);
    this.code = code;
    this.reason = reason;
  }

  public ErrorCode code() {
    return code;
  }

  /** The reason without the path. */
  public String reason() {
    return reason;
  }
}
