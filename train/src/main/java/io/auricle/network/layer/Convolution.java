package io.auricle.network.layer;

import io.auricle.network.shape.LayerException;
import io.auricle.network.shape.SlidingWindow;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialisation;
import io.auricle.network.weight.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution (cross-correlation, as everywhere in deep learning) over frames, or over bands and
 * frames.
 *
 * @param filters output channels, a multiple of {@code groups}
 * @param window kernel size, stride and padding (with zeros)
 * @param bias whether a number is added to each output channel
 * @param groups parts that the channels are divided in; 1 is the plain convolution
 * @param l2 factor of the squared kernel in the loss
 * @param init how its first weights are drawn
 */
public record Convolution(
    int filters, SlidingWindow window, boolean bias, int groups, double l2, Initialisation init)
    implements Layer {
  public Convolution {
    LayerChecks.positive("filters", filters);
    LayerChecks.positive("groups", groups);
    LayerChecks.notNegative("l2", l2);
    if (filters % groups != 0) {
      throw new IllegalArgumentException(
          "filters=%d must be a multiple of groups=%d".formatted(filters, groups));
    }
  }

  @Override
  public String kind() {
    return "conv%dd".formatted(window.size().size());
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    List<Integer> spatial = window.output(input);
    if (input.channels() % groups != 0) {
      throw new LayerException(
          "input %s must have a multiple of groups=%d channels".formatted(input, groups));
    }
    List<Integer> sizes = new ArrayList<>(List.of(filters));
    sizes.addAll(spatial);
    return new TensorShape(sizes);
  }

  @Override
  public Layer initialised(Initialisation other) {
    return new Convolution(filters, window, bias, groups, l2, other);
  }

  @Override
  public List<Weight> weights(TensorShape input) {
    List<Integer> sizes = new ArrayList<>(List.of(filters, input.channels() / groups));
    sizes.addAll(window.size());
    TensorShape kernel = new TensorShape(sizes);
    int fanIn = kernel.count() / filters;
    int fanOut = kernel.count() / kernel.size(1);
    Weight weight = new Weight("weight", kernel, init.matrix(fanIn, fanOut), true, l2);
    return bias
        ? List.of(weight, Weight.trained("bias", TensorShape.of(filters), init.bias(fanIn)))
        : List.of(weight);
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.convolution(this, place, input);
  }
}
