package io.auricle.network;

import io.auricle.network.layer.Activation;
import io.auricle.network.layer.AttentionPool;
import io.auricle.network.layer.BatchNorm;
import io.auricle.network.layer.Branch;
import io.auricle.network.layer.Branches;
import io.auricle.network.layer.Convolution;
import io.auricle.network.layer.Dense;
import io.auricle.network.layer.Dropout;
import io.auricle.network.layer.Flatten;
import io.auricle.network.layer.GlobalPool;
import io.auricle.network.layer.Layer;
import io.auricle.network.layer.LayerNorm;
import io.auricle.network.layer.Normalise;
import io.auricle.network.layer.Permute;
import io.auricle.network.layer.Pool;
import io.auricle.network.layer.Recurrent;
import io.auricle.network.layer.Reshape;
import io.auricle.network.layer.Residual;
import io.auricle.network.layer.SqueezeExcitation;
import io.auricle.network.layer.Stack;
import io.auricle.network.layer.Step;
import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.Padding;
import io.auricle.network.shape.SlidingWindow;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialisation;
import io.auricle.yaml.Nearest;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlFaults;
import io.auricle.yaml.YamlKeys;
import io.auricle.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the list of layers of a network file: one table from the word to the layer. */
final class LayerReader {
  /** How one kind is read, and the option that a bare value stands for. */
  private record Kind(String main, Function<YamlKeys, Layer> reader) {}

  private static final int MOST_LAYERS = 10_000;

  private final Map<String, Kind> kinds = new TreeMap<>();
  private final int classes;
  private final Initialisation init;
  private int read;

  /**
   * A reader of layers.
   *
   * @param classes what the word {@code classes} stands for
   * @param init how first weights are drawn where a layer says nothing else
   */
  LayerReader(int classes, Initialisation init) {
    this.classes = classes;
    this.init = init;
    kinds.put("normalise", new Kind("per", o -> new Normalise(o.word("per", Normalise.Per.BAND))));
    kinds.put("conv1d", new Kind("filters", o -> convolution(o, 1)));
    kinds.put("conv2d", new Kind("filters", o -> convolution(o, 2)));
    kinds.put(
        "batch-norm",
        new Kind("", o -> new BatchNorm(o.number("epsilon", 1e-5), o.number("momentum", 0.9))));
    kinds.put("layer-norm", new Kind("epsilon", o -> new LayerNorm(o.number("epsilon", 1e-5))));
    activations();
    kinds.put("max-pool", new Kind("size", o -> pool(o, Pool.Kind.MAX)));
    kinds.put("average-pool", new Kind("size", o -> pool(o, Pool.Kind.AVERAGE)));
    kinds.put(
        "global-pool",
        new Kind(
            "kind",
            o ->
                new GlobalPool(
                    o.words("kind", GlobalPool.Statistic.AVG),
                    o.word("over", GlobalPool.Over.ALL))));
    kinds.put(
        "attention-pool", new Kind("units", o -> new AttentionPool(count(o, "units"), init(o))));
    kinds.put("gru", new Kind("units", o -> recurrent(o, Recurrent.Cell.GRU)));
    kinds.put("lstm", new Kind("units", o -> recurrent(o, Recurrent.Cell.LSTM)));
    kinds.put("dropout", new Kind("rate", o -> new Dropout(o.number("rate"), false)));
    kinds.put("spatial-dropout", new Kind("rate", o -> new Dropout(o.number("rate"), true)));
    kinds.put("flatten", new Kind("", o -> new Flatten()));
    kinds.put("permute", new Kind("order", o -> new Permute(o.integers("order"))));
    kinds.put("reshape", new Kind("shape", o -> new Reshape(new TensorShape(o.integers("shape")))));
    kinds.put(
        "dense",
        new Kind(
            "units",
            o -> new Dense(count(o, "units"), o.flag("bias", true), o.number("l2", 0), init(o))));
    kinds.put(
        "squeeze-excitation",
        new Kind("reduction", o -> new SqueezeExcitation(o.integer("reduction", 16), init(o))));
    kinds.put("residual", new Kind("layers", this::residual));
    kinds.put("branches", new Kind("", this::branches));
  }

  /** The words for layers. */
  Set<String> words() {
    return kinds.keySet();
  }

  /**
   * The layers that a network's input meets, one at least; only here may normalise be the first.
   */
  Stack trunk(YamlNode list, String path) {
    if (list.items(path).isEmpty()) {
      throw list.fault("layers must have one layer at least");
    }
    return stack(list, path, true);
  }

  /** Layers further inside or behind. */
  Stack stack(YamlNode list, String path) {
    return stack(list, path, false);
  }

  private Stack stack(YamlNode list, String path, boolean outermost) {
    List<Step> steps = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    YamlFaults faults = new YamlFaults();
    List<YamlNode> items = list.items(path);
    for (int i = 0; i < items.size(); i++) {
      YamlNode item = items.get(i);
      // Aliases of lists of aliases grow without end in a short file.
      if (++read > MOST_LAYERS) {
        throw item.fault("a network must have at most %d layers".formatted(MOST_LAYERS));
      }
      boolean first = outermost && i == 0;
      faults.of(() -> step(item, seen, first)).ifPresent(steps::add);
    }
    faults.check();
    return placed(() -> new Stack(steps));
  }

  /** What is made, or its fault with the line of the layer at fault. */
  static <T> T placed(Supplier<T> making) {
    try {
      return making.get();
    } catch (LayerException e) {
      throw new YamlException(e.line(), String.valueOf(e.getMessage()));
    }
  }

  private Step step(YamlNode item, Map<String, Integer> seen, boolean first) {
    String word;
    @Nullable YamlNode value = null;
    if (item.isScalar()) {
      word = item.text("a layer");
    } else {
      Map<String, YamlNode> entries = item.entries("a layer");
      if (entries.size() != 1) {
        throw item.fault(
            "a layer must be one word, with its options behind it in braces or indented further;"
                + " found the keys "
                + entries.keySet());
      }
      word = entries.keySet().iterator().next();
      value = entries.get(word);
    }
    Kind kind = kinds.get(word);
    if (kind == null) {
      throw item.fault(
          "unknown layer %s; did you mean %s? There are %s"
              .formatted(word, Nearest.of(word, kinds.keySet()), kinds.keySet()));
    }
    return YamlKeys.read(
        item,
        word,
        value,
        kind.main(),
        keys -> {
          boolean named = keys.has("name");
          Layer layer = kind.reader().apply(keys);
          if (layer instanceof Normalise && !first) {
            throw item.fault("normalise must be the first layer of the network");
          }
          String name = named ? keys.text("name") : word + "-" + seen.merge(word, 1, Integer::sum);
          return new Step(name, item.line(), layer);
        });
  }

  /** A number of things, or the word for the number of classes. */
  private int count(YamlKeys keys, String key) {
    return keys.needed(
        key,
        1,
        "a whole number, or classes",
        (node, path) ->
            node.isScalar() && node.text(path).equals("classes") ? classes : node.integer(path));
  }

  private void activations() {
    for (Activation.Function function : Activation.Function.values()) {
      double usual =
          switch (function) {
            case LEAKY_RELU -> 0.01;
            case ELU -> 1;
            default -> 0;
          };
      String main = usual == 0 ? "" : "alpha";
      kinds.put(
          new Activation(function, 0).kind(),
          new Kind(
              main, o -> new Activation(function, main.isEmpty() ? 0 : o.number("alpha", usual))));
    }
  }

  /** The layer's own way of drawing its first weights, or the network's. */
  private Initialisation init(YamlKeys options) {
    return options.word("init", init);
  }

  private Layer convolution(YamlKeys options, int rank) {
    List<Integer> kernel =
        options.value("kernel", nCopies(rank, 3), (node, path) -> kernel(node, path, rank));
    return new Convolution(
        count(options, "filters"),
        window(options, kernel, nCopies(rank, 1)),
        options.flag("bias", true),
        options.integer("groups", 1),
        options.number("l2", 0),
        init(options));
  }

  private static List<Integer> kernel(YamlNode node, String path, int rank) {
    List<Integer> sizes = node.integers(path);
    if (sizes.size() != 1 && sizes.size() != rank) {
      throw node.fault("%s=%s must have %d sizes".formatted(path, sizes, rank));
    }
    return sizes.size() == 1 ? nCopies(rank, sizes.get(0)) : sizes;
  }

  private static Layer pool(YamlKeys options, Pool.Kind kind) {
    List<Integer> size = options.integers("size");
    if (options.has("stride")) {
      size = sizes(options, "size", options.integers("stride").size());
    }
    return new Pool(kind, window(options, size, size));
  }

  private static SlidingWindow window(
      YamlKeys options, List<Integer> size, List<Integer> usualStride) {
    List<Integer> stride =
        options.has("stride") ? sizes(options, "stride", size.size()) : usualStride;
    return new SlidingWindow(size, stride, options.word("padding", Padding.VALID));
  }

  private Layer recurrent(YamlKeys options, Recurrent.Cell cell) {
    return new Recurrent(
        cell,
        count(options, "units"),
        options.word("directions", Recurrent.Directions.ONE),
        options.word("returns", Recurrent.Returns.LAST),
        options.word("over", Recurrent.Over.FRAMES),
        init(options));
  }

  private static List<Integer> nCopies(int count, int value) {
    return Collections.nCopies(count, value);
  }

  /** A single size is repeated to the count. */
  private static List<Integer> sizes(YamlKeys options, String key, int count) {
    List<Integer> sizes = options.integers(key);
    return sizes.size() == 1 ? nCopies(count, sizes.get(0)) : sizes;
  }

  private Layer residual(YamlKeys options) {
    Stack none = new Stack(List.of());
    Stack layers = options.needed("layers", none, "a list of layers", this::stack);
    return new Residual(layers, options.value("shortcut", none, this::stack));
  }

  private Layer branches(YamlKeys options) {
    Branches.Join join = options.word("join", Branches.Join.CONCAT);
    List<Branch> branches =
        options.needed("paths", List.of(), "names with a list of layers each", this::paths);
    return new Branches(join, branches);
  }

  private List<Branch> paths(YamlNode paths, String path) {
    if (!paths.isMap()) {
      throw paths.fault("paths must be named: a name, a colon and a list of layers for each");
    }
    YamlFaults faults = new YamlFaults();
    List<Branch> branches = new ArrayList<>();
    paths
        .entries(path)
        .forEach(
            (name, list) ->
                faults.of(() -> new Branch(name, stack(list, path))).ifPresent(branches::add));
    faults.check();
    return branches;
  }
}
