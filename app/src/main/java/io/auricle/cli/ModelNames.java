package io.auricle.cli;

import io.auricle.bundle.Bundles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** The names of the models that come along, for completion. */
final class ModelNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    try {
      return Bundles.bundled().iterator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
