package io.auricle.cli.help;

import io.auricle.bundle.Bundles;
import io.auricle.dataset.known.Datasets;
import io.auricle.network.NetworkCatalogue;
import io.auricle.reproduce.Reproductions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

/** Names that the program knows, for shells that complete them. */
public abstract class KnownNames implements Iterable<String> {
  abstract List<String> names();

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  /** The models that come along, and those that were added. */
  public static final class Models extends KnownNames {
    @Override
    List<String> names() {
      try {
        return Bundles.known();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The data sets that are known. */
  public static final class Sets extends KnownNames {
    @Override
    List<String> names() {
      return Datasets.all().stream().map(set -> set.card().name()).toList();
    }
  }

  /** The networks of the catalogue. */
  public static final class Networks extends KnownNames {
    @Override
    List<String> names() {
      return NetworkCatalogue.names();
    }
  }

  /** The published tables. */
  public static final class Tables extends KnownNames {
    @Override
    List<String> names() {
      return Reproductions.names();
    }
  }
}
