package io.auricle.network.layer;

/**
 * A layer in its place.
 *
 * @param name unique among its neighbours; the prefix of the names of its weights
 * @param line where the network file names it, from 1 on; 0 if it comes from elsewhere
 * @param layer what it does
 */
public record Step(String name, int line, Layer layer) {
  public Step {
    LayerChecks.name("layer", name);
  }
}
