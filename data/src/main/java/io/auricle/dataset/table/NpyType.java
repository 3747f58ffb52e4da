package io.auricle.dataset.table;

import java.util.Arrays;
import java.util.Optional;

/** The element types of {@code .npy} files that are read and written here; all little-endian. */
public enum NpyType {
  /** Unsigned 8-bit integers. */
  UINT8("|u1", 1),
  /** 32-bit integers. */
  INT32("<i4", 4),
  /** 64-bit integers. */
  INT64("<i8", 8),
  /** 32-bit floats. */
  FLOAT32("<f4", 4),
  /** 64-bit floats. */
  FLOAT64("<f8", 8);

  private final String description;
  private final int bytes;

  NpyType(String description, int bytes) {
    this.description = description;
    this.bytes = bytes;
  }

  /** NumPy's name of the type. */
  public String description() {
    return description;
  }

  /** Bytes of an element. */
  public int bytes() {
    return bytes;
  }

  static Optional<NpyType> of(String description) {
    return Arrays.stream(values()).filter(t -> t.description.equals(description)).findFirst();
  }
}
