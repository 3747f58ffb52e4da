package io.auricle.onnx;

import io.auricle.network.Tensor;
import io.auricle.network.TrainedNetwork;
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
import io.auricle.network.layer.LayerNorm;
import io.auricle.network.layer.LayerVisitor;
import io.auricle.network.layer.Normalise;
import io.auricle.network.layer.Permute;
import io.auricle.network.layer.Place;
import io.auricle.network.layer.Pool;
import io.auricle.network.layer.Recurrent;
import io.auricle.network.layer.Reshape;
import io.auricle.network.layer.Residual;
import io.auricle.network.layer.SqueezeExcitation;
import io.auricle.network.layer.Stack;
import io.auricle.network.shape.SlidingWindow;
import io.auricle.network.shape.TensorShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a network's layers as nodes; what flows between layers are names of values. */
final class NetworkGraph implements LayerVisitor<String> {
  private static final float STD_EPSILON = 1e-5f;

  private final OnnxGraph graph;
  private final TrainedNetwork trained;

  NetworkGraph(OnnxGraph graph, TrainedNetwork trained) {
    this.graph = graph;
    this.trained = trained;
  }

  @Override
  public String activation(Activation layer, Place place, String input) {
    String name = place.name();
    OnnxAttribute alpha = OnnxAttribute.of("alpha", (float) layer.alpha());
    return switch (layer.function()) {
      case RELU -> node("Relu", name, input);
      case LEAKY_RELU -> graph.node("LeakyRelu", name, List.of(input), alpha);
      case ELU -> graph.node("Elu", name, List.of(input), alpha);
      case GELU -> gelu(name, input);
      case TANH -> node("Tanh", name, input);
      case SIGMOID -> node("Sigmoid", name, input);
      case HARD_SIGMOID -> hardSigmoid(name, input);
      case HARD_SWISH -> node("Mul", name, input, hardSigmoid(name + ".gate", input));
      case SOFTMAX -> graph.node("Softmax", name, List.of(input), OnnxAttribute.of("axis", 1));
    };
  }

  private String hardSigmoid(String name, String input) {
    OnnxAttribute slope = OnnxAttribute.of("alpha", 1f / 6);
    return graph.node("HardSigmoid", name, List.of(input), slope, OnnxAttribute.of("beta", 0.5f));
  }

  /** {@code x (1 + erf(x / sqrt 2)) / 2}: this operator set has no GELU of its own. */
  private String gelu(String name, String input) {
    String scaled = node("Mul", name + ".scaled", input, scalar(name + ".root", Math.sqrt(0.5)));
    String erf = node("Erf", name + ".erf", scaled);
    String sum = node("Add", name + ".sum", erf, scalar(name + ".one", 1));
    String twice = node("Mul", name + ".twice", input, sum);
    return node("Mul", name, twice, scalar(name + ".half", 0.5));
  }

  @Override
  public String attentionPool(AttentionPool layer, Place place, String input) {
    String name = place.name();
    int features = place.input().frameFeatures();
    String rows = reshape(name + ".rows", input, features, place.input().last());
    String frames =
        graph.node(
            "Transpose", name + ".frames", List.of(rows), OnnxAttribute.longs("perm", 0, 2, 1));
    String product = node("MatMul", name + ".product", frames, weight(place, "weight"));
    String sum = node("Add", name + ".sum", product, weight(place, "bias"));
    String hidden = node("Tanh", name + ".hidden", sum);
    String scores = node("MatMul", name + ".scores", hidden, weight(place, "score"));
    String shares =
        graph.node("Softmax", name + ".shares", List.of(scores), OnnxAttribute.of("axis", 1));
    String weighted = node("Mul", name + ".weighted", frames, shares);
    String axes = graph.initialiser(name + ".axes", 1);
    return graph.node("ReduceSum", name, List.of(weighted, axes), OnnxAttribute.of("keepdims", 0));
  }

  @Override
  public String batchNorm(BatchNorm layer, Place place, String input) {
    List<String> inputs =
        Stream.concat(
                Stream.of(input),
                Stream.of("scale", "shift", "mean", "variance").map(w -> weight(place, w)))
            .toList();
    return graph.node(
        "BatchNormalization",
        place.name(),
        inputs,
        OnnxAttribute.of("epsilon", (float) layer.epsilon()));
  }

  @Override
  public String branches(Branches layer, Place place, String input) {
    List<String> ends = new ArrayList<>();
    for (Branch path : layer.paths()) {
      ends.add(run(path.layers(), path.name(), place, input));
    }
    return layer.join() == Branches.Join.CONCAT
        ? graph.node("Concat", place.name(), ends, OnnxAttribute.of("axis", 1))
        : graph.node("Sum", place.name(), ends);
  }

  @Override
  public String convolution(Convolution layer, Place place, String input) {
    List<String> inputs = new ArrayList<>(List.of(input, weight(place, "weight")));
    if (layer.bias()) {
      inputs.add(weight(place, "bias"));
    }
    SlidingWindow window = layer.window();
    return graph.node(
        "Conv",
        place.name(),
        inputs,
        OnnxAttribute.ints("kernel_shape", window.size()),
        OnnxAttribute.ints("strides", window.stride()),
        OnnxAttribute.ints("pads", pads(window, place.input())),
        OnnxAttribute.of("group", layer.groups()));
  }

  @Override
  public String dense(Dense layer, Place place, String input) {
    return gemm(place, place.name(), input, "", layer.bias());
  }

  @Override
  public String dropout(Dropout layer, Place place, String input) {
    return input;
  }

  @Override
  public String flatten(Flatten layer, Place place, String input) {
    return reshape(place.name(), input, place.input().count());
  }

  @Override
  public String globalPool(GlobalPool layer, Place place, String input) {
    String name = place.name();
    OnnxAttribute axes = OnnxAttribute.ints("axes", layer.axes(place.input()));
    List<String> results = new ArrayList<>();
    for (GlobalPool.Statistic statistic : layer.statistics()) {
      results.add(
          switch (statistic) {
            case AVG -> reduce("ReduceMean", name + ".avg", input, axes, 0);
            case MAX -> reduce("ReduceMax", name + ".max", input, axes, 0);
            case STD -> deviation(name + ".std", input, axes);
          });
    }
    return graph.node("Concat", name, results, OnnxAttribute.of("axis", 1));
  }

  private String deviation(String name, String input, OnnxAttribute axes) {
    String mean = reduce("ReduceMean", name + ".mean", input, axes, 1);
    String centred = node("Sub", name + ".centred", input, mean);
    String square = node("Mul", name + ".square", centred, centred);
    String variance = reduce("ReduceMean", name + ".variance", square, axes, 0);
    String raised = node("Add", name + ".raised", variance, scalar(name + ".epsilon", STD_EPSILON));
    return node("Sqrt", name, raised);
  }

  private String reduce(
      String operator, String name, String input, OnnxAttribute axes, int keepAxes) {
    return graph.node(operator, name, List.of(input), axes, OnnxAttribute.of("keepdims", keepAxes));
  }

  @Override
  public String layerNorm(LayerNorm layer, Place place, String input) {
    String name = place.name();
    List<Integer> order =
        new ArrayList<>(IntStream.rangeClosed(0, place.input().rank()).boxed().toList());
    Collections.swap(order, 1, place.input().rank());
    OnnxAttribute swap = OnnxAttribute.ints("perm", order);
    String features = graph.node("Transpose", name + ".features", List.of(input), swap);
    String normed =
        graph.node(
            "LayerNormalization",
            name + ".normed",
            List.of(features, weight(place, "scale"), weight(place, "shift")),
            OnnxAttribute.of("epsilon", (float) layer.epsilon()));
    return graph.node("Transpose", name, List.of(normed), swap);
  }

  @Override
  public String normalise(Normalise layer, Place place, String input) {
    String centred = node("Sub", place.name() + ".centred", input, weight(place, "mean"));
    return node("Mul", place.name(), centred, weight(place, "factor"));
  }

  @Override
  public String permute(Permute layer, Place place, String input) {
    List<Integer> order = new ArrayList<>(List.of(0));
    order.addAll(layer.order());
    return graph.node("Transpose", place.name(), List.of(input), OnnxAttribute.ints("perm", order));
  }

  @Override
  public String pool(Pool layer, Place place, String input) {
    SlidingWindow window = layer.windowOver(place.input());
    return graph.node(
        layer.kindOfPool() == Pool.Kind.MAX ? "MaxPool" : "AveragePool",
        place.name(),
        List.of(input),
        OnnxAttribute.ints("kernel_shape", window.size()),
        OnnxAttribute.ints("strides", window.stride()),
        OnnxAttribute.ints("pads", pads(window, place.input())));
  }

  @Override
  public String recurrent(Recurrent layer, Place place, String input) {
    return new RecurrentNodes(graph, trained, layer).write(place, input);
  }

  @Override
  public String reshape(Reshape layer, Place place, String input) {
    return reshape(place.name(), input, layer.shape().toArray());
  }

  @Override
  public String residual(Residual layer, Place place, String input) {
    String end = run(layer.layers(), Residual.LAYERS, place, input);
    String other = run(layer.shortcut(), Residual.SHORTCUT, place, input);
    return node("Add", place.name(), end, other);
  }

  @Override
  public String squeezeExcitation(SqueezeExcitation layer, Place place, String input) {
    String name = place.name();
    int channels = place.input().channels();
    String rows = reshape(name + ".rows", input, channels, place.input().count() / channels);
    String means = reduce("ReduceMean", name + ".means", rows, OnnxAttribute.longs("axes", 2), 0);
    String hidden =
        node("Relu", name + ".hidden", gemm(place, name + ".squeeze", means, "squeeze.", true));
    String scores = gemm(place, name + ".excite", hidden, "excite.", true);
    String shares = node("Sigmoid", name + ".shares", scores);
    int[] sizes = new int[place.input().rank()];
    Arrays.fill(sizes, 1);
    sizes[0] = channels;
    return node("Mul", name, input, reshape(name + ".factors", shares, sizes));
  }

  private String gemm(Place place, String name, String input, String prefix, boolean bias) {
    List<String> inputs = new ArrayList<>(List.of(input, weight(place, prefix + "weight")));
    if (bias) {
      inputs.add(weight(place, prefix + "bias"));
    }
    return graph.node("Gemm", name, inputs, OnnxAttribute.of("transB", 1));
  }

  private String run(Stack layers, String way, Place place, String input) {
    return layers.run(this, place.name() + "." + way, place.input(), input);
  }

  private String reshape(String name, String input, int... sizes) {
    long[] shape = new long[sizes.length + 1];
    shape[0] = -1;
    for (int axis = 0; axis < sizes.length; axis++) {
      shape[axis + 1] = sizes[axis];
    }
    return node("Reshape", name, input, graph.initialiser(name + ".shape", shape));
  }

  private String weight(Place place, String shortName) {
    String name = place.weight(shortName);
    Tensor values = trained.weight(name);
    return graph.initialiser(name, values.shape().sizes(), values.view());
  }

  private String scalar(String name, double value) {
    return graph.initialiser(name, List.of(), new float[] {(float) value});
  }

  private String node(String operator, String name, String... inputs) {
    return graph.node(operator, name, List.of(inputs));
  }

  /** All beginnings, then all ends, as ONNX wants them. */
  private static List<Integer> pads(SlidingWindow window, TensorShape input) {
    return Stream.concat(window.padsBefore(input).stream(), window.padsAfter(input).stream())
        .toList();
  }
}
