package io.auricle.network;

import java.util.Locale;

/** What becomes of the last layer's values, and with it the loss they are trained with. */
public enum Output {
  /** One of several labels: softmax, trained by cross-entropy. */
  SOFTMAX,
  /** Any of several tags: sigmoid, trained by binary cross-entropy. */
  SIGMOID,
  /** Plain numbers, trained by their mean squared error. */
  LINEAR;

  /** The word in network files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
