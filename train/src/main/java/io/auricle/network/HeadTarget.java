package io.auricle.network;

import java.util.Locale;

/** What a head's values are compared with in training. */
public enum HeadTarget {
  /** The label or the tags of the clip. */
  LABELS,
  /** The network's own input, as an autoencoder learns to give it back. */
  INPUT,
  /** What another network says of the same sound, see {@code distill}. */
  TEACHER;

  /** The word in network files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
