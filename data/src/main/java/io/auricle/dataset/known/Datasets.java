package io.auricle.dataset.known;

import io.auricle.dataset.Dataset;
import io.auricle.dataset.KnownFaults;
import io.auricle.dataset.TrackId;
import java.util.List;
import java.util.Map;

/** The catalogue of data sets that Auricle can load. */
public final class Datasets {
  private static final List<Dataset> ALL =
      List.of(
          new FolderDataset(),
          new GtzanDataset(),
          new EmotifyDataset(),
          new Mood4qDataset(),
          new JamendoDataset(),
          new FmaDataset(),
          new CsvDataset());

  private Datasets() {}

  /** Every data set, in the order in which they are listed. */
  public static List<Dataset> all() {
    return ALL;
  }

  /**
   * The data set of a name.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public static Dataset named(String name) {
    return ALL.stream()
        .filter(dataset -> dataset.card().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "dataset=%s must be one of %s"
                        .formatted(name, ALL.stream().map(d -> d.card().name()).toList())));
  }

  /**
   * The known copies in a data set, by {@link KnownFaults#copies}; none if it is not in the
   * catalogue, since tables may be of any.
   */
  public static Map<TrackId, TrackId> copies(String name) {
    return ALL.stream()
        .filter(dataset -> dataset.card().name().equals(name))
        .findFirst()
        .map(dataset -> dataset.card().faults().copies())
        .orElse(Map.of());
  }
}
