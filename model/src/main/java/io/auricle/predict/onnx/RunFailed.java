package io.auricle.predict.onnx;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A model that fails on a sound, or gives what no score can be: the model is broken. */
public class RunFailed extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RunFailed(String message) {
    this(message, null);
  }

  RunFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What it means for a file: other files are still heard. */
  public DecodeException of(Path source) {
    return new DecodeException(ErrorCode.INTERNAL, source, String.valueOf(getMessage()));
  }
}
