package io.auricle.dataset;

/** What can be wrong with a track of a data set. */
public enum Fault {
  /** Named by the data set's index or labels file, but there is no such file. */
  MISSING("missing"),
  /** Known to be bad in the published collection, therefore left out. */
  KNOWN_FAULT("known fault"),
  /** Its labels are none of the target's: not part of this task. */
  OTHER_LABEL("other label"),
  /** Audio that the index or labels file does not name. */
  UNLISTED("unlisted"),
  /** There, but the file system does not let it be read. */
  UNREADABLE("unreadable"),
  /** Not the audio that its name promises. */
  CORRUPT("corrupt"),
  /** Another checksum than the published one. */
  CHANGED("changed"),
  /** Byte for byte another track. */
  DUPLICATE("duplicate"),
  /** A label of the target that no usable track has. */
  EMPTY_LABEL("empty label");

  private final String title;

  Fault(String title) {
    this.title = title;
  }

  /** The words of a table. */
  public String title() {
    return title;
  }
}
