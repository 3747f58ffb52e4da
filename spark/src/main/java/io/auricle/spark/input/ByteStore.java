package io.auricle.spark.input;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that lie in a store or a row. */
interface ByteStore {
  long size() throws IOException;

  /** When they were written, in milliseconds since 1970, or {@link CatalogueFile#UNKNOWN}. */
  long modifiedMillis() throws IOException;

  InputStream open() throws IOException;

  /**
   * Whether reading them failed for a reason that may have passed when they are read again, as a
   * connection that broke.
   */
  default boolean mayPass() {
    return false;
  }
}
