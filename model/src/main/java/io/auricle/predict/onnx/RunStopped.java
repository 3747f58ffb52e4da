package io.auricle.predict.onnx;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import java.nio.file.Path;

/** A model that was stopped since it took longer than it may. */
public final class RunStopped extends RunFailed {
  private static final long serialVersionUID = 1L;

  RunStopped(String location, double runSeconds) {
    super("%s: model.onnx took over %s s for a clip".formatted(location, runSeconds));
  }

  @Override
  public DecodeException of(Path source) {
    return new DecodeException(ErrorCode.TIMEOUT, source, "the model took too long");
  }
}
