package io.auricle.dataset;

/** What can be wrong with a track of a data set. */
public enum Fault {
  /** Named by the data set's index or labels file, but there is no such file. */
  MISSING("missing"),
  /** Known to be bad in the published collection, therefore left out. */
  KNOWN_FAULT("known fault"),
  /** Its labels are not of the taxonomy, or too many: not part of this task. */
  OTHER_LABEL("other label"),
  /** Audio that the index or labels file does not name. */
  UNLISTED("unlisted"),
  /** There, but the file system does not let it be read. */
  UNREADABLE("unreadable"),
  /** Not the audio that its name promises. */
  CORRUPT("corrupt"),
  /** Byte for byte another track. */
  DUPLICATE("duplicate");

  private final String title;

  Fault(String title) {
    this.title = title;
  }

  /** The words of a table. */
  public String title() {
    return title;
  }
}
