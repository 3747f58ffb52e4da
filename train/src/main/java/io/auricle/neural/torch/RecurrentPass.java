package io.auricle.neural.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import io.auricle.network.layer.Place;
import io.auricle.network.layer.Recurrent;

/** Computes a recurrent layer with the engine's own kernels. */
final class RecurrentPass {
  private final Recurrent layer;
  private final LiveWeights weights;
  private final boolean training;

  RecurrentPass(Recurrent layer, LiveWeights weights, boolean training) {
    this.layer = layer;
    this.weights = weights;
    this.training = training;
  }

  /**
   * Computes the layer.
   *
   * @param input {@code [batch, ..., frames]}
   * @return {@code [batch, units * directions]}, or with {@code frames} behind
   */
  NDArray run(Place place, NDArray input) {
    long frames = place.input().last();
    NDArray sequence = input.reshape(-1, place.input().frameFeatures(), frames).transpose(0, 2, 1);
    long batch = sequence.getShape().get(0);
    int ways = layer.ways().size();
    boolean overFrames = layer.over() == Recurrent.Over.FRAMES;
    // What goes on beside each other has states of its own.
    long beside = overFrames ? batch : frames;
    NDArray start = input.getManager().zeros(new Shape(ways, beside, layer.units()));
    NDList results = states(sequence, start, parameters(place), ways == 2);
    if (layer.returns() == Recurrent.Returns.SEQUENCE) {
      return results.get(0).transpose(0, 2, 1);
    }
    return results.get(1).transpose(1, 0, 2).reshape(batch, (long) ways * layer.units());
  }

  /** The states of all frames, and those that each direction ends with. */
  private NDList states(NDArray sequence, NDArray start, NDList parameters, boolean both) {
    NDArrayEx array = sequence.getNDArrayInternal();
    boolean batchFirst = layer.over() == Recurrent.Over.FRAMES;
    return switch (layer.cell()) {
      case GRU -> array.gru(sequence, start, parameters, true, 1, 0, training, both, batchFirst);
      case LSTM ->
          array.lstm(
              sequence,
              new NDList(start, start),
              parameters,
              true,
              1,
              0,
              training,
              both,
              batchFirst);
    };
  }

  private NDList parameters(Place place) {
    NDList parameters = new NDList();
    for (String way : layer.ways()) {
      for (String name : Recurrent.WEIGHTS) {
        parameters.add(weights.get(place.weight(way + "." + name)));
      }
    }
    return parameters;
  }
}
