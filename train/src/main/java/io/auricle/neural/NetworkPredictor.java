package io.auricle.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.auricle.feature.FeatureMatrix;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Output;
import io.auricle.network.TrainedNetwork;
import java.util.List;

/**
 * Runs a network on the training engine, as validation and the check of exports need it; everything
 * else predicts with the exported graph. Not thread-safe; close it to free the engine's memory.
 */
public final class NetworkPredictor implements AutoCloseable {
  private static final int LARGEST_BATCH = 64;

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
   * The outputs of a batch: softmax, sigmoid or plain, as the network says.
   *
   * @param inputs {@code [batch][input values]} in one array
   * @return {@code [batch][outputs]}
   */
  public float[] predict(float[] inputs, int batch) {
    try (NDManager scope = weights.manager().newSubManager()) {
      NDArray logits = forward(network, weights, batch(scope, network, inputs, batch), false);
      if (network.output() == Output.SOFTMAX) {
        return logits.softmax(1).toFloatArray();
      }
      return network.output() == Output.SIGMOID
          ? ai.djl.nn.Activation.sigmoid(logits).toFloatArray()
          : logits.toFloatArray();
    }
  }

  /**
   * The mean of the outputs for a clip's half-overlapping segments.
   *
   * @param step frames of the clip for one of the network, as {@link ClipSource#frameStep()}
   */
  public float[] predict(FeatureMatrix clip, double step) {
    SegmentLayout layout = SegmentLayout.of(network.input());
    List<Double> starts = layout.starts(clip, step);
    float[] mean = new float[network.outputs()];
    for (int first = 0; first < starts.size(); first += LARGEST_BATCH) {
      int batch = Math.min(LARGEST_BATCH, starts.size() - first);
      float[] inputs = new float[batch * layout.count()];
      for (int i = 0; i < batch; i++) {
        layout.cut(clip, starts.get(first + i), step, inputs, i * layout.count());
      }
      float[] outputs = predict(inputs, batch);
      for (int i = 0; i < outputs.length; i++) {
        mean[i % mean.length] += outputs[i] / starts.size();
      }
    }
    return mean;
  }

  /**
   * The first segment of each of the first clips, a batch for {@link #predict(float[], int)}.
   *
   * @param most clips at the most
   * @return {@code [batch][input values]}
   */
  public float[] firstSegments(ClipSource clips, int most) {
    SegmentLayout layout = SegmentLayout.of(network.input());
    float[] inputs = new float[Math.min(most, clips.size()) * layout.count()];
    for (int offset = 0, i = 0; offset < inputs.length; offset += layout.count(), i++) {
      double step = clips.frameStep();
      double start = layout.starts(clips.clip(i), step).get(0);
      layout.cut(clips.clip(i), start, step, inputs, offset);
    }
    return inputs;
  }

  static NDArray batch(NDManager scope, NetworkSpec network, float[] inputs, int batch) {
    long[] sizes = new long[network.input().rank() + 1];
    sizes[0] = batch;
    for (int axis = 1; axis < sizes.length; axis++) {
      sizes[axis] = network.input().size(axis - 1);
    }
    return scope.create(inputs, new Shape(sizes));
  }

  static NDArray forward(
      NetworkSpec network, LiveWeights weights, NDArray input, boolean training) {
    ForwardPass pass = new ForwardPass(weights, training);
    return network.layers().run(pass, "", network.input(), input);
  }

  @Override
  public void close() {
    weights.close();
  }
}
