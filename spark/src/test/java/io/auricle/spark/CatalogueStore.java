package io.auricle.spark;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A file system of Hadoop's that is not that of this machine, as far as a job can tell. */
public final class CatalogueStore extends RawLocalFileSystem {
  @Override
  public URI getUri() {
    return URI.create("cat:///");
  }

  @Override
  public String getScheme() {
    return "cat";
  }
}
