package io.auricle.network.layer;

/**
 * One of several parallel ways.
 *
 * @param name unique among its neighbours
 * @param layers what it does
 */
public record Branch(String name, Stack layers) {
  public Branch {
    LayerChecks.name("path", name);
  }
}
