package io.auricle.neural.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Computes a network on the engine. Every intermediate belongs to the manager of the input, since
 * the engine attaches results to their first operand.
 */
public final class ForwardPass implements LayerVisitor<NDArray> {
  private static final float STD_EPSILON = 1e-5f;

  private final LiveWeights weights;
  private final boolean training;

  public ForwardPass(LiveWeights weights, boolean training) {
    this.weights = weights;
    this.training = training;
  }

  @Override
  public NDArray activation(Activation layer, Place place, NDArray input) {
    NDArrayEx array = input.getNDArrayInternal();
    return switch (layer.function()) {
      case RELU -> array.relu();
      case LEAKY_RELU -> array.leakyRelu((float) layer.alpha());
      case ELU -> array.elu((float) layer.alpha());
      case GELU -> array.gelu();
      case TANH -> input.tanh();
      case SIGMOID -> ai.djl.nn.Activation.sigmoid(input);
      case HARD_SIGMOID -> hardSigmoid(input);
      case HARD_SWISH -> input.mul(hardSigmoid(input));
      case SOFTMAX -> input.softmax(1);
    };
  }

  private static NDArray hardSigmoid(NDArray input) {
    return Scalars.times(input, 1 / 6.0).add(0.5f).clip(0f, 1f);
  }

  @Override
  public NDArray attentionPool(AttentionPool layer, Place place, NDArray input) {
    long features = place.input().frameFeatures();
    NDArray frames = input.reshape(-1, features, place.input().last()).transpose(0, 2, 1);
    NDArray hidden = frames.matMul(get(place, "weight")).add(get(place, "bias")).tanh();
    NDArray shares = hidden.matMul(get(place, "score")).softmax(1);
    return frames.mul(shares).sum(new int[] {1});
  }

  @Override
  public NDArray batchNorm(BatchNorm layer, Place place, NDArray input) {
    return input
        .getNDArrayInternal()
        .batchNorm(
            input,
            get(place, "mean"),
            get(place, "variance"),
            get(place, "scale"),
            get(place, "shift"),
            1,
            (float) layer.momentum(),
            (float) layer.epsilon(),
            training)
        .singletonOrThrow();
  }

  @Override
  public NDArray branches(Branches layer, Place place, NDArray input) {
    NDList ends = new NDList();
    for (Branch path : layer.paths()) {
      ends.add(run(path.layers(), path.name(), place, input));
    }
    if (layer.join() == Branches.Join.CONCAT) {
      return NDArrays.concat(ends, 1);
    }
    return ends.stream().reduce(NDArray::add).orElseThrow();
  }

  @Override
  public NDArray convolution(Convolution layer, Place place, NDArray input) {
    List<Integer> before = layer.window().padsBefore(place.input());
    List<Integer> after = layer.window().padsAfter(place.input());
    boolean even = before.equals(after);
    NDArray padded = even ? input : pad(input, before, after, 0);
    @Nullable NDArray bias = layer.bias() ? get(place, "bias") : null;
    return convolve(
        padded,
        get(place, "weight"),
        bias,
        shape(layer.window().stride()),
        even ? shape(before) : repeated(before.size(), 0),
        layer.groups());
  }

  // The engine takes no bias as null, which its interface does not say.
  @SuppressWarnings("NullAway")
  private static NDArray convolve(
      NDArray input, NDArray weight, @Nullable NDArray bias, Shape stride, Shape pads, int groups) {
    Shape dilation = repeated(pads.dimension(), 1);
    return input
        .getNDArrayInternal()
        .convolution(input, weight, bias, stride, pads, dilation, groups)
        .singletonOrThrow();
  }

  @Override
  public NDArray dense(Dense layer, Place place, NDArray input) {
    @Nullable NDArray bias = layer.bias() ? get(place, "bias") : null;
    return Linear.linear(input, get(place, "weight"), bias).singletonOrThrow();
  }

  @Override
  public NDArray dropout(Dropout layer, Place place, NDArray input) {
    if (!training || layer.rate() == 0) {
      return input;
    }
    if (!layer.spatial()) {
      return drop(input, layer.rate());
    }
    long[] mask = input.getShape().getShape().clone();
    Arrays.fill(mask, Math.min(2, mask.length), mask.length, 1);
    return input.mul(drop(input.getManager().ones(new Shape(mask)), layer.rate()));
  }

  private static NDArray drop(NDArray input, double rate) {
    return input.getNDArrayInternal().dropout(input, (float) rate, true).singletonOrThrow();
  }

  @Override
  public NDArray flatten(Flatten layer, Place place, NDArray input) {
    return input.reshape(-1, place.input().count());
  }

  @Override
  public NDArray globalPool(GlobalPool layer, Place place, NDArray input) {
    int[] kept = place.input().toArray();
    long pooled =
        layer.axes(place.input()).stream()
            .mapToLong(axis -> kept[axis - 1])
            .reduce(1, (a, b) -> a * b);
    long others = place.input().count() / pooled;
    // With the axes that vanish last, one reduction does for all of them.
    boolean bands = layer.over() == GlobalPool.Over.BANDS;
    NDArray ordered = bands ? input.transpose(0, 1, 3, 2) : input;
    NDArray rows = ordered.reshape(-1, others, pooled);
    NDList results = new NDList();
    for (GlobalPool.Statistic statistic : layer.statistics()) {
      results.add(
          switch (statistic) {
            case AVG -> rows.mean(new int[] {2});
            case MAX -> rows.max(new int[] {2});
            case STD -> deviation(rows);
          });
    }
    NDArray joined = results.size() == 1 ? results.head() : NDArrays.concat(results, 1);
    long[] sizes = batch(layer.outputShape(place.input()).sizes());
    return joined.reshape(new Shape(sizes));
  }

  private static NDArray deviation(NDArray rows) {
    NDArray centred = rows.sub(rows.mean(new int[] {2}, true));
    return centred.square().mean(new int[] {2}).add(STD_EPSILON).sqrt();
  }

  @Override
  public NDArray layerNorm(LayerNorm layer, Place place, NDArray input) {
    int last = place.input().rank();
    NDArray features = input.swapAxes(1, last);
    return features
        .getNDArrayInternal()
        .layerNorm(
            features,
            new Shape(place.input().channels()),
            get(place, "scale"),
            get(place, "shift"),
            (float) layer.epsilon())
        .singletonOrThrow()
        .swapAxes(1, last);
  }

  @Override
  public NDArray normalise(Normalise layer, Place place, NDArray input) {
    return input.sub(get(place, "mean")).mul(get(place, "factor"));
  }

  @Override
  public NDArray permute(Permute layer, Place place, NDArray input) {
    int[] axes =
        IntStream.concat(IntStream.of(0), layer.order().stream().mapToInt(axis -> axis)).toArray();
    return input.transpose(axes);
  }

  @Override
  public NDArray pool(Pool layer, Place place, NDArray input) {
    SlidingWindow window = layer.windowOver(place.input());
    List<Integer> before = window.padsBefore(place.input());
    List<Integer> after = window.padsAfter(place.input());
    boolean padded = before.stream().anyMatch(n -> n > 0) || after.stream().anyMatch(n -> n > 0);
    Shape size = shape(window.size());
    Shape stride = shape(window.stride());
    Shape none = repeated(before.size(), 0);
    if (layer.kindOfPool() == Pool.Kind.MAX) {
      // The engine's own padding, the same on both sides, spares a copy of the input.
      return before.equals(after)
          ? input.getNDArrayInternal().maxPool(size, stride, shape(before), false)
          : pad(input, before, after, Float.NEGATIVE_INFINITY)
              .getNDArrayInternal()
              .maxPool(size, stride, none, false);
    }
    if (!padded) {
      return input.getNDArrayInternal().avgPool(size, stride, none, false, true);
    }
    NDArray mean =
        pad(input, before, after, 0).getNDArrayInternal().avgPool(size, stride, none, false, true);
    long[] one = batch(place.input().sizes());
    one[0] = 1;
    one[1] = 1;
    NDArray inside = pad(input.getManager().ones(new Shape(one)), before, after, 0);
    return mean.div(inside.getNDArrayInternal().avgPool(size, stride, none, false, true));
  }

  @Override
  public NDArray recurrent(Recurrent layer, Place place, NDArray input) {
    return new RecurrentPass(layer, weights, training).run(place, input);
  }

  @Override
  public NDArray reshape(Reshape layer, Place place, NDArray input) {
    return input.reshape(new Shape(batch(layer.shape().sizes())));
  }

  @Override
  public NDArray residual(Residual layer, Place place, NDArray input) {
    NDArray end = run(layer.layers(), Residual.LAYERS, place, input);
    return end.add(run(layer.shortcut(), Residual.SHORTCUT, place, input));
  }

  @Override
  public NDArray squeezeExcitation(SqueezeExcitation layer, Place place, NDArray input) {
    long channels = place.input().channels();
    NDArray means =
        input.reshape(-1, channels, place.input().count() / channels).mean(new int[] {2});
    NDArray hidden =
        Linear.linear(means, get(place, "squeeze.weight"), get(place, "squeeze.bias"))
            .singletonOrThrow();
    NDArray scores =
        Linear.linear(
                hidden.getNDArrayInternal().relu(),
                get(place, "excite.weight"),
                get(place, "excite.bias"))
            .singletonOrThrow();
    long[] sizes = new long[place.input().rank() + 1];
    Arrays.fill(sizes, 1);
    sizes[0] = -1;
    sizes[1] = channels;
    return input.mul(ai.djl.nn.Activation.sigmoid(scores).reshape(new Shape(sizes)));
  }

  private NDArray run(Stack layers, String way, Place place, NDArray input) {
    return layers.run(this, place.name() + "." + way, place.input(), input);
  }

  private NDArray get(Place place, String name) {
    return weights.get(place.weight(name));
  }

  /** Pads spatial axes; the engine wants the last axis first. */
  private static NDArray pad(
      NDArray input, List<Integer> before, List<Integer> after, double value) {
    long[] pads = new long[2 * before.size()];
    for (int axis = 0; axis < before.size(); axis++) {
      int place = 2 * (before.size() - 1 - axis);
      pads[place] = before.get(axis);
      pads[place + 1] = after.get(axis);
    }
    return input.pad(new Shape(pads), value);
  }

  private static Shape shape(List<Integer> sizes) {
    return new Shape(sizes.stream().mapToLong(Integer::longValue).toArray());
  }

  private static Shape repeated(int count, long value) {
    return new Shape(LongStream.generate(() -> value).limit(count).toArray());
  }

  private static long[] batch(List<Integer> sizes) {
    return IntStream.concat(IntStream.of(-1), sizes.stream().mapToInt(size -> size))
        .asLongStream()
        .toArray();
  }
}
