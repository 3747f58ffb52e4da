package io.auricle.spark.input;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The content of a file that a row holds, as those of Spark's {@code binaryFile} do. */
final class RowBytes implements ByteStore {
  private final byte[] content;
  private final long modifiedMillis;

  RowBytes(byte[] content, long modifiedMillis) {
    this.content = content;
    this.modifiedMillis = modifiedMillis;
  }

  @Override
  public long size() {
    return content.length;
  }

  @Override
  public long modifiedMillis() {
    return modifiedMillis;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(content);
  }
}
