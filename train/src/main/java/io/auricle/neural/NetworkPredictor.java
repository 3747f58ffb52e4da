package io.auricle.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.auricle.network.NetworkSpec;
import io.auricle.network.TrainedNetwork;
import io.auricle.neural.batch.ClipSource;
import io.auricle.neural.batch.SegmentLayout;
import io.auricle.neural.torch.ForwardPass;
import io.auricle.neural.torch.Gradients;
import io.auricle.neural.torch.LiveWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a network on the training engine, as validation and the check of exports need it; everything
 * else predicts with the exported graph. Not thread-safe; close it to free the engine's memory.
 */
public final class NetworkPredictor implements AutoCloseable {
  private final NetworkSpec network;
  private final LiveWeights weights;

  NetworkPredictor(NetworkSpec network, LiveWeights weights) {
    this.network = network;
    this.weights = weights;
  }

  public static NetworkPredictor of(TrainedNetwork trained) {
    return new NetworkPredictor(
        trained.network(), LiveWeights.of(trained.network(), trained.weights()));
  }

  /**
   * The main head's outputs for a batch: softmax, sigmoid or plain, as the network says.
   *
   * @param inputs {@code [batch][input values]} in one array
   * @return {@code [batch][outputs]}
   */
  public float[] predict(float[] inputs, int batch) {
    return predict(inputs, batch, network.mainIndex());
  }

  /**
   * As {@link #predict(float[], int)}, of any head.
   *
   * @param head its index among the network's heads
   */
  public float[] predict(float[] inputs, int batch, int head) {
    return Gradients.unrecorded(() -> outputs(inputs, batch, head));
  }

  /** As {@link #predict(float[], int)}, of all heads in their order. */
  List<float[]> predictAll(float[] inputs, int batch) {
    return Gradients.unrecorded(() -> outputs(inputs, batch));
  }

  private List<float[]> outputs(float[] inputs, int batch) {
    try (NDManager scope = weights.manager().newSubManager()) {
      NDList ends = forward(network, weights, batch(scope, network, inputs, batch), false);
      List<float[]> outputs = new ArrayList<>();
      for (int head = 0; head < ends.size(); head++) {
        outputs.add(output(ends.get(head), head));
      }
      return outputs;
    }
  }

  private float[] outputs(float[] inputs, int batch, int head) {
    try (NDManager scope = weights.manager().newSubManager()) {
      NDArray input = batch(scope, network, inputs, batch);
      return output(forward(network, weights, input, false).get(head), head);
    }
  }

  private float[] output(NDArray end, int head) {
    return switch (network.heads().get(head).output()) {
      case SOFTMAX -> end.softmax(1).toFloatArray();
      case SIGMOID -> ai.djl.nn.Activation.sigmoid(end).toFloatArray();
      case LINEAR -> end.toFloatArray();
    };
  }

  /**
   * The first segment of each of the first clips, a batch for {@link #predict(float[], int)}.
   *
   * @param most clips at the most
   * @return {@code [batch][input values]}
   */
  public float[] firstSegments(ClipSource clips, int most) {
    SegmentLayout layout = SegmentLayout.of(network.input(), clips.framesFirst());
    float[] inputs = new float[Math.min(most, clips.size()) * layout.count()];
    for (int offset = 0, i = 0; offset < inputs.length; offset += layout.count(), i++) {
      double step = clips.frameStep();
      double start = layout.starts(clips.clip(i), step).get(0);
      layout.cut(clips.clip(i), start, step, inputs, offset);
      layout.order(inputs, offset);
    }
    return inputs;
  }

  public static NDArray batch(NDManager scope, NetworkSpec network, float[] inputs, int batch) {
    long[] sizes = new long[network.input().rank() + 1];
    sizes[0] = batch;
    for (int axis = 1; axis < sizes.length; axis++) {
      sizes[axis] = network.input().size(axis - 1);
    }
    return scope.create(inputs, new Shape(sizes));
  }

  /** What each head gives, in order, before its softmax or sigmoid. */
  public static NDList forward(
      NetworkSpec network, LiveWeights weights, NDArray input, boolean training) {
    return new NDList(network.run(new ForwardPass(weights, training), channelsLast(input)));
  }

  @Override
  public void close() {
    weights.close();
  }

  /**
   * The same values of {@code [batch, channels, bands, frames]} with the channels side by side in
   * memory. The engine keeps that order from layer to layer, and its convolutions, pools and batch
   * norms take about half the time in it.
   */
  private static NDArray channelsLast(NDArray input) {
    Shape shape = input.getShape();
    if (shape.dimension() != 4) {
      return input;
    }
    NDArray ordered = input.transpose(0, 2, 3, 1);
    return ordered.reshape(-1).reshape(ordered.getShape()).transpose(0, 3, 1, 2);
  }
}
