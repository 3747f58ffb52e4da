package io.auricle.network.layer;

import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialisation;
import io.auricle.network.weight.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A recurrent layer, over the frames unless it is said otherwise. Channels and bands of an image
 * become the features of a frame. Weights are those of PyTorch, with a bias for the input and one
 * for the state:
 *
 * <ul>
 *   <li>GRU (Cho et al. 2014), gates in the order r, z, n: {@code r = sigmoid(Wr x + br + Ur h +
 *       cr)}, {@code z} likewise, {@code n = tanh(Wn x + bn + r * (Un h + cn))}, {@code h' = (1 -
 *       z) * n + z * h}. The reset comes behind the matrix product, as in Keras' {@code
 *       reset_after}.
 *   <li>LSTM (Hochreiter and Schmidhuber 1997), gates in the order i, f, g, o, without peepholes.
 * </ul>
 *
 * @param cell which of the two
 * @param units size of the state, above 0
 * @param directions forwards, or forwards and backwards with weights of their own, states
 *     concatenated
 * @param returns the state behind the last frame each direction met, a vector; or the states of all
 *     frames, {@code [units * directions, frames]}
 * @param over what is one behind the other; {@link Over#BATCH} has states of all frames only
 * @param init how its first weights are drawn
 */
public record Recurrent(
    Cell cell, int units, Directions directions, Returns returns, Over over, Initialisation init)
    implements Layer {
  /** The kind of cell. */
  public enum Cell {
    GRU(3),
    LSTM(4);

    private final int gates;

    Cell(int gates) {
      this.gates = gates;
    }

    /** Rows of its matrices for each unit. */
    public int gates() {
      return gates;
    }
  }

  /** Ways through the frames. */
  public enum Directions {
    ONE,
    BOTH
  }

  /** What becomes of the states. */
  public enum Returns {
    LAST,
    SEQUENCE
  }

  /** What is one behind the other. */
  public enum Over {
    /** The frames of each segment. */
    FRAMES,
    /**
     * The segments of a batch, each frame by itself: what PyTorch does with a batch of segments
     * where {@code batch_first} was forgotten. What is said of a segment then depends on the others
     * in its batch.
     */
    BATCH
  }

  /** Short names of a direction's weights, in the order in which engines take them. */
  public static final List<String> WEIGHTS =
      List.of("input.weight", "state.weight", "input.bias", "state.bias");

  /** Its place among the gates of an LSTM. */
  private static final int FORGET_GATE = 1;

  public Recurrent {
    LayerChecks.positive("units", units);
    if (over == Over.BATCH && returns == Returns.LAST) {
      throw new IllegalArgumentException("returns=last must be sequence where over=batch");
    }
  }

  @Override
  public String kind() {
    return cell.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    int frames = input.count() / input.frameFeatures();
    TensorShape all = TensorShape.of(ways().size(), units, frames);
    return returns == Returns.LAST
        ? TensorShape.of(all.count() / frames)
        : TensorShape.of(all.count() / frames, frames);
  }

  @Override
  public Layer initialised(Initialisation other) {
    return new Recurrent(cell, units, directions, returns, over, other);
  }

  @Override
  public List<Weight> weights(TensorShape input) {
    int rows = TensorShape.of(cell.gates(), units).count();
    int open = cell == Cell.LSTM ? FORGET_GATE : -1;
    List<Weight> one =
        List.of(
            Weight.trained(
                WEIGHTS.get(0),
                TensorShape.of(rows, input.frameFeatures()),
                init == Initialisation.PYTORCH
                    ? init.state(units)
                    : init.matrix(input.frameFeatures(), rows)),
            Weight.trained(WEIGHTS.get(1), TensorShape.of(rows, units), init.state(units)),
            Weight.trained(
                WEIGHTS.get(2), TensorShape.of(rows), init.gates(units, cell.gates(), open)),
            Weight.trained(WEIGHTS.get(3), TensorShape.of(rows), init.bias(units)));
    List<Weight> weights = new ArrayList<>();
    for (String way : ways()) {
      one.forEach(weight -> weights.add(weight.prefixed(way)));
    }
    return weights;
  }

  /** Prefixes of the weights of each direction. */
  public List<String> ways() {
    return directions == Directions.BOTH ? List.of("forward", "backward") : List.of("forward");
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.recurrent(this, place, input);
  }
}
