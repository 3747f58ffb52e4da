package io.auricle.bundle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model by itself.
 *
 * @param input the way from a track to its input
 * @param outputs which outputs of which network are read; null for the only one of a {@code
 *     model.onnx} of its own
 */
public record SingleModel(InputOptions input, @Nullable NetworkOutputs outputs)
    implements ModelKind {
  /** The outputs of a network that has several. */
  public Optional<NetworkOutputs> network() {
    return Optional.ofNullable(outputs);
  }
}
