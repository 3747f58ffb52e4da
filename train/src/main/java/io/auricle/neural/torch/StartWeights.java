package io.auricle.neural.torch;

import io.auricle.network.NetworkSpec;
import io.auricle.network.Tensor;
import io.auricle.network.TrainedNetwork;
import io.auricle.network.layer.Layer;
import io.auricle.network.layer.Stack;
import io.auricle.network.layer.Step;
import io.auricle.network.weight.Initialisation;
import io.auricle.network.weight.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a training starts from instead of random weights: the layers before the heads of a network
 * that was trained before, with which the new network begins.
 *
 * @param weights by name; empty to draw all
 * @param frozen names of those that stay as they are. Running statistics of batch normalisation go
 *     on nevertheless
 */
public record StartWeights(Map<String, Tensor> weights, Set<String> frozen) {
  public static StartWeights none() {
    return new StartWeights(Map.of(), Set.of());
  }

  /**
   * The common layers of a trained network.
   *
   * @param freeze whether they stay as they are
   */
  public static StartWeights of(TrainedNetwork trained, boolean freeze) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    NetworkSpec network = trained.network();
    for (Weight weight : body(network).weights(network.input())) {
      weights.put(weight.name(), trained.weight(weight.name()));
    }
    return new StartWeights(weights, freeze ? weights.keySet() : Set.of());
  }

  /**
   * All weights of a trained network.
   *
   * @throws IllegalArgumentException if it is not the same network
   */
  public static StartWeights all(NetworkSpec network, TrainedNetwork trained) {
    if (!network.source().equals(trained.network().source())) {
      throw new IllegalArgumentException(
          "network %s must be the one that it starts from, but %s differs"
              .formatted(network.name(), trained.network().name()));
    }
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Weight weight : network.weights()) {
      weights.put(weight.name(), trained.weight(weight.name()));
    }
    return new StartWeights(weights, Set.of());
  }

  /**
   * The weights of a network that are known by name; its heads may be others than those before.
   *
   * @throws IllegalArgumentException if one of the layers before the heads is not among them, or
   *     has another shape
   */
  public static StartWeights known(NetworkSpec network, Map<String, Tensor> values) {
    for (Weight weight : body(network).weights(network.input())) {
      Tensor found = values.get(weight.name());
      if (found == null || !found.shape().equals(weight.shape())) {
        throw new IllegalArgumentException(
            "network %s must be like the one that it starts from, which has %s for %s %s"
                .formatted(
                    network.name(),
                    found == null ? "nothing" : found.shape(),
                    weight.name(),
                    weight.shape()));
      }
    }
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Weight weight : network.weights()) {
      Tensor found = values.get(weight.name());
      if (found != null && found.shape().equals(weight.shape())) {
        weights.put(weight.name(), found);
      }
    }
    return new StartWeights(weights, Set.of());
  }

  /**
   * Refuses a network that does not begin with the layers of another.
   *
   * @throws IllegalArgumentException naming the first layer that differs
   */
  public static void requireBeginning(NetworkSpec network, NetworkSpec beginning) {
    if (!network.input().equals(beginning.input())) {
      throw new IllegalArgumentException(
          "network %s takes %s, but %s, which it starts from, takes %s"
              .formatted(network.name(), network.input(), beginning.name(), beginning.input()));
    }
    List<Step> steps = network.layers().steps();
    List<Step> first = body(beginning).steps();
    for (int i = 0; i < first.size(); i++) {
      Step wanted = first.get(i);
      boolean same =
          i < steps.size()
              && steps.get(i).name().equals(wanted.name())
              && same(steps.get(i).layer(), wanted.layer());
      if (!same) {
        throw new IllegalArgumentException(
            "network %s must begin with the layers of %s, which it starts from; layer %d, %s, differs"
                .formatted(network.name(), beginning.name(), i + 1, wanted.name()));
      }
    }
    if (body(beginning).weights(beginning.input()).isEmpty()) {
      throw new IllegalArgumentException(
          "network %s has no weights before its heads to start from".formatted(beginning.name()));
    }
  }

  /** Whether layers compute the same; how their first weights were drawn does not matter. */
  private static boolean same(Layer layer, Layer other) {
    return layer
        .initialised(Initialisation.PYTORCH)
        .equals(other.initialised(Initialisation.PYTORCH));
  }

  /**
   * The layers before the heads; where a head has no layers of its own, the last of them is left
   * out, for it makes the outputs.
   */
  private static Stack body(NetworkSpec network) {
    List<Step> steps = network.layers().steps();
    boolean whole = network.heads().stream().noneMatch(head -> head.layers().steps().isEmpty());
    return new Stack(whole ? steps : steps.subList(0, Math.max(0, steps.size() - 1)));
  }

  /** Puts the weights in. */
  public void apply(LiveWeights live) {
    weights.forEach((name, values) -> live.set(name, values.toArray()));
  }
}
