package io.auricle.network;

import io.auricle.network.layer.Layer;
import io.auricle.network.layer.LayerVisitor;
import io.auricle.network.layer.Stack;
import io.auricle.network.layer.Step;
import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A network as described in its file: a trunk and one or more heads on it. Shapes are checked when
 * it is made.
 *
 * @param name of the network, for people
 * @param description of the network in a sentence, empty if there is none
 * @param input shape without the batch, for instance {@code 1x128x57}
 * @param layers the trunk, which all heads share
 * @param heads in order, one at least
 * @param source the YAML text it was read from
 */
public record NetworkSpec(
    String name,
    String description,
    TensorShape input,
    Stack layers,
    List<Head> heads,
    String source) {
  public NetworkSpec {
    heads = List.copyOf(heads);
    if (name.isBlank()) {
      throw new NetworkException("name=%s of the network must not be blank".formatted(name));
    }
    if (heads.isEmpty()) {
      throw new NetworkException("network %s: heads=[] must have one at least".formatted(name));
    }
    TensorShape end = layers.outputShape(input);
    Set<String> names = new HashSet<>();
    for (Step step : layers.steps()) {
      names.add(step.name());
      if (Head.RESERVED.contains(step.name())) {
        throw new LayerException(
            step.line(), "layer name=%s must be none of %s".formatted(step.name(), Head.RESERVED));
      }
    }
    for (Head head : heads) {
      if (!names.add(head.name())) {
        throw new NetworkException(
            "network %s: head %s must have a name that no other head and no layer has"
                .formatted(name, head.name()));
      }
      head.check(name, head.layers().outputShape(end), input);
    }
    weights(input, layers, heads);
  }

  /**
   * The index of the main head, whose values are the scores of a model: the first whose target are
   * labels, or the very first where none is.
   */
  public int mainIndex() {
    for (int i = 0; i < heads.size(); i++) {
      if (heads.get(i).target() == HeadTarget.LABELS) {
        return i;
      }
    }
    return 0;
  }

  /** The head at {@link #mainIndex()}. */
  public Head main() {
    return heads.get(mainIndex());
  }

  /** What becomes of the main head's values. */
  public Output output() {
    return main().output();
  }

  /** The number of values the main head gives: classes, tags. */
  public int outputs() {
    return outputShape(main()).count();
  }

  /** The shape that a head gives. */
  public TensorShape outputShape(Head head) {
    return head.layers().outputShape(layers.outputShape(input));
  }

  /**
   * Leads a visitor through the trunk and all heads.
   *
   * @return what it made of the last layer of each head, in their order, before their outputs'
   *     softmax or sigmoid
   */
  public <V> List<V> run(LayerVisitor<V> visitor, V value) {
    V flowing = layers.run(visitor, "", input, value);
    TensorShape end = layers.outputShape(input);
    List<V> ends = new ArrayList<>();
    for (Head head : heads) {
      ends.add(head.layers().run(visitor, head.name(), end, flowing));
    }
    return List.copyOf(ends);
  }

  /** All weights in order, by their full names: the trunk's, then those of each head. */
  public List<Weight> weights() {
    return weights(input, layers, heads);
  }

  private static List<Weight> weights(TensorShape input, Stack layers, List<Head> heads) {
    List<Weight> weights = new ArrayList<>(layers.weights(input));
    TensorShape end = layers.outputShape(input);
    for (Head head : heads) {
      head.layers().weights(end).forEach(weight -> weights.add(weight.prefixed(head.name())));
    }
    return weights;
  }

  /** The number of trained parameters. */
  public long parameterCount() {
    return weights().stream().filter(Weight::trained).mapToLong(w -> w.shape().count()).sum();
  }

  /** The first layer. */
  public Layer first() {
    return layers.steps().get(0).layer();
  }
}
