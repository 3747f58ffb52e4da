package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Layers one after the other.
 *
 * @param steps the layers in order, with names unique among them; none is the identity
 */
public record Stack(List<Step> steps) {
  public Stack {
    steps = List.copyOf(steps);
    Set<String> names = new HashSet<>();
    for (Step step : steps) {
      if (!names.add(step.name())) {
        throw new LayerException(
            step.line(), "layer name=%s must be used once".formatted(step.name()));
      }
    }
  }

  /**
   * The shape behind the last layer.
   *
   * @throws LayerException if a layer does not fit; the message names it
   */
  public TensorShape outputShape(TensorShape input) {
    TensorShape shape = input;
    for (Step step : steps) {
      shape = outputShape(step, shape);
    }
    return shape;
  }

  /** The weights of all layers, names prefixed by their steps. */
  public List<Weight> weights(TensorShape input) {
    List<Weight> weights = new ArrayList<>();
    TensorShape shape = input;
    for (Step step : steps) {
      for (Weight weight : weights(step, shape)) {
        weights.add(weight.prefixed(step.name()));
      }
      shape = outputShape(step, shape);
    }
    return weights;
  }

  /**
   * Leads a visitor through the layers.
   *
   * @param prefix full name of the layer around this stack, empty for the outermost
   * @return what the visitor made of the last layer
   */
  public <V> V run(LayerVisitor<V> visitor, String prefix, TensorShape input, V value) {
    TensorShape shape = input;
    V flowing = value;
    for (Step step : steps) {
      String name = prefix.isEmpty() ? step.name() : prefix + "." + step.name();
      flowing = step.layer().accept(visitor, new Place(name, shape), flowing);
      shape = outputShape(step, shape);
    }
    return flowing;
  }

  private static TensorShape outputShape(Step step, TensorShape input) {
    try {
      return step.layer().outputShape(input);
    } catch (IllegalArgumentException e) {
      throw step.fault(input, e);
    }
  }

  private static List<Weight> weights(Step step, TensorShape input) {
    try {
      return step.layer().weights(input);
    } catch (IllegalArgumentException e) {
      throw step.fault(input, e);
    }
  }
}
