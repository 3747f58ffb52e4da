package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;
import java.util.List;

/**
 * The sum of the layers' output and their input (He et al. 2016), the latter through the shortcut.
 *
 * @param layers the residual function
 * @param shortcut the other way; without layers the identity
 */
public record Residual(Stack layers, Stack shortcut) implements Layer {
  /** Names of the two ways in the names of weights. */
  public static final String LAYERS = "layers";

  public static final String SHORTCUT = "shortcut";

  @Override
  public String kind() {
    return "residual";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    TensorShape end = layers.outputShape(input);
    TensorShape other = shortcut.outputShape(input);
    if (!end.equals(other)) {
      throw new LayerException(
          "layers end in %s and shortcut in %s, which must be equal".formatted(end, other));
    }
    return end;
  }

  @Override
  public List<Branch> paths() {
    return List.of(new Branch(LAYERS, layers), new Branch(SHORTCUT, shortcut));
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.residual(this, place, input);
  }
}
