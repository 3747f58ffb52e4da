package io.auricle.network;

import io.auricle.network.layer.Stack;
import io.auricle.network.shape.TensorShape;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One of the ends of a network: layers of its own behind the trunk, and what they are trained for.
 *
 * @param name unique in the network; the prefix of the names of its weights, and the name of its
 *     output in an exported model unless it is the main head
 * @param output what becomes of the last layer's values, and with it the loss
 * @param target what the loss compares them with
 * @param weight factor of its loss in the sum of all heads' losses, above 0
 * @param layers from the end of the trunk on; none to take that end as it is
 */
public record Head(String name, Output output, HeadTarget target, double weight, Stack layers) {
  /** The name of the only head of a network that names none. */
  public static final String ONLY = "output";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

  /** Names that exported models have for other things. */
  static final Set<String> RESERVED = Set.of("input", "scores");

  public Head {
    if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "head=%s must be a name of lower-case letters, digits, - and _, other than %s"
              .formatted(name, RESERVED));
    }
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(
          "weight=%s of head %s must be above 0".formatted(weight, name));
    }
    if (output == Output.SOFTMAX && target != HeadTarget.LABELS) {
      throw new IllegalArgumentException(
          "output=softmax of head %s must be linear or sigmoid, since its target is %s"
              .formatted(name, target == HeadTarget.INPUT ? "the input" : "a teacher"));
    }
  }

  /** Refuses a shape that the target cannot have. */
  void check(String network, TensorShape end, TensorShape input) {
    if (target == HeadTarget.INPUT && !end.equals(input)) {
      throw new NetworkException(
          "network %s, head %s: the last layer gives %s, which must be the input's %s"
              .formatted(network, name, end, input));
    }
    if (target != HeadTarget.INPUT && end.rank() != 1) {
      throw new NetworkException(
          ("network %s, head %s: the last layer gives %s, which must be a vector;"
                  + " add flatten or global-pool")
              .formatted(network, name, end));
    }
  }
}
