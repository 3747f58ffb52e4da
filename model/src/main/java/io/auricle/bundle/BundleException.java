package io.auricle.bundle;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A bundle that cannot be found, read or used. The message names the bundle and the reason. */
public final class BundleException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param source the bundle or the file at fault
   * @param reason what is wrong and, where it helps, what to do next
   */
  public BundleException(String source, String reason) {
    this(source, reason, null);
  }

  /** As above, with the cause. */
  public BundleException(String source, String reason, @Nullable Throwable cause) {
    super(source + ": " + reason, cause);
  }
}
