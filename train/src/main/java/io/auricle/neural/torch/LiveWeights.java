package io.auricle.neural.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Tensor;
import io.auricle.network.weight.Weight;
import io.auricle.neural.option.ComputeDevice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** The weights of a network on the engine. Owns their memory; one thread at a time. */
public final class LiveWeights implements AutoCloseable {
  private final NDManager manager;
  private final List<Weight> declared;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();
  private Set<String> frozen = Set.of();

  private LiveWeights(NetworkSpec network, ComputeDevice device) {
    Engine engine = TorchEngine.start();
    this.manager = engine.newBaseManager(device.on(engine));
    this.declared = network.weights();
  }

  /** First weights to train, drawn in Java so that they depend on the seed alone. */
  public static LiveWeights initialised(NetworkSpec network, long seed, ComputeDevice device) {
    LiveWeights live = new LiveWeights(network, device);
    SplittableRandom random = new SplittableRandom(seed);
    for (Weight weight : live.declared) {
      live.put(weight, weight.initialiser().values(weight.shape(), random));
      live.get(weight.name()).setRequiresGradient(weight.trained());
    }
    return live;
  }

  /** Given weights, for prediction only: no gradients are recorded. */
  public static LiveWeights of(NetworkSpec network, Map<String, Tensor> values) {
    LiveWeights live = new LiveWeights(network, ComputeDevice.CPU);
    for (Weight weight : live.declared) {
      Tensor tensor = values.get(weight.name());
      if (tensor == null || !tensor.shape().equals(weight.shape())) {
        live.close();
        throw new IllegalArgumentException(
            "weight %s must be given with shape %s".formatted(weight.name(), weight.shape()));
      }
      live.put(weight, tensor.toArray());
    }
    return live;
  }

  private void put(Weight weight, float[] values) {
    long[] sizes = weight.shape().sizes().stream().mapToLong(Integer::longValue).toArray();
    NDArray array = manager.create(values, new Shape(sizes));
    arrays.put(weight.name(), array);
  }

  public NDManager manager() {
    return manager;
  }

  public List<Weight> declared() {
    return declared;
  }

  /** Leaves weights as they are from now on. */
  public void freeze(Set<String> names) {
    frozen = Set.copyOf(names);
    frozen.forEach(name -> get(name).setRequiresGradient(false));
  }

  /** Those that the optimiser changes. */
  public List<Weight> trained() {
    return declared.stream()
        .filter(weight -> weight.trained() && !frozen.contains(weight.name()))
        .toList();
  }

  public NDArray get(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException(
          "weight=%s is none of %s".formatted(name, arrays.keySet()));
    }
    return array;
  }

  public float[] values(String name) {
    return get(name).toFloatArray();
  }

  /** Writes values; gradients must not be recorded meanwhile. */
  public void set(String name, float[] values) {
    NDArray before = get(name);
    // A new array: writing into one makes the engine warn on stderr, of a name of its own inside.
    NDArray after = manager.create(values, before.getShape());
    after.setRequiresGradient(before.hasGradient());
    arrays.put(name, after);
    before.close();
  }

  /** The gradient of the last backward pass, as an array of the scope. */
  public NDArray gradient(String name, NDManager scope) {
    NDArray gradient = get(name).getGradient();
    gradient.attach(scope);
    return gradient;
  }

  /** Sets a gradient to 0 for the next backward pass. */
  public void clearGradient(String name) {
    JniUtils.zeroGrad((PtNDArray) get(name));
  }

  public Map<String, Tensor> snapshot() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Weight weight : declared) {
      tensors.put(weight.name(), Tensor.wrap(weight.shape(), values(weight.name())));
    }
    return tensors;
  }

  @Override
  public void close() {
    manager.close();
  }
}
