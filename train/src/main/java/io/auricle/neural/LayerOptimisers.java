package io.auricle.neural;

import io.auricle.network.NetworkSpec;
import io.auricle.network.weight.Weight;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.option.TrainingOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which optimiser each weight of a network has. */
final class LayerOptimisers {
  private final Map<String, OptimiserOptions> byWeight = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException if a pattern fits no layer with trained weights
   */
  LayerOptimisers(NetworkSpec network, TrainingOptions options) {
    List<Weight> trained = network.weights().stream().filter(Weight::trained).toList();
    trained.forEach(weight -> byWeight.put(weight.name(), options.optimiser()));
    Map<String, String> chosenBy = new LinkedHashMap<>();
    options
        .layerOptimisers()
        .forEach(
            (glob, own) -> {
              Pattern pattern = pattern(glob);
              boolean fits = false;
              for (Weight weight : trained) {
                if (pattern.matcher(layer(weight)).matches()) {
                  fits = true;
                  if (chosenBy.putIfAbsent(weight.name(), glob) == null) {
                    byWeight.put(weight.name(), own);
                  }
                }
              }
              if (!fits) {
                throw new IllegalArgumentException(
                    "layerOptimisers: %s fits no layer of network %s; its trained layers are %s"
                        .formatted(
                            glob,
                            network.name(),
                            trained.stream()
                                .map(LayerOptimisers::layer)
                                .distinct()
                                .collect(Collectors.joining(", "))));
              }
            });
  }

  /** The options of a trained weight. */
  OptimiserOptions of(String weight) {
    OptimiserOptions options = byWeight.get(weight);
    if (options == null) {
      throw new IllegalArgumentException("weight=%s is not trained".formatted(weight));
    }
    return options;
  }

  private static String layer(Weight weight) {
    return weight.name().substring(0, weight.name().lastIndexOf('.'));
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(
        List.of(glob.split("\\*", -1)).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }
}
