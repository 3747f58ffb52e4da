package io.auricle.cli.option;

import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Track;
import io.auricle.split.Part;
import io.auricle.split.PublishedList;
import io.auricle.split.PublishedSplit;
import io.auricle.split.Split;
import io.auricle.split.SplitFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code --split} may say. */
public final class SplitOption {
  private static final String ALL = "all";

  private SplitOption() {}

  /** Whether every track is meant. */
  public static boolean isAll(String option) {
    return option.equals(ALL);
  }

  /**
   * Reads a split file, a folder of published lists or a split that comes with the data set; {@code
   * all} is every track as test.
   *
   * @throws DatasetException if the split cannot be read
   */
  public static Split read(String option, Dataset dataset, DatasetIndex index)
      throws DatasetException, IOException {
    List<Track> tracks = index.tracks();
    if (dataset.card().splits().containsKey(option)) {
      return PublishedSplit.of(dataset, index.root(), index.target(), option);
    }
    if (isAll(option)) {
      return new Split(
          ALL,
          "every track; only for music that the model has not learned from",
          false,
          Map.of(
              Part.TEST,
              tracks.stream().map(Track::id).collect(Collectors.toCollection(TreeSet::new))));
    }
    return read(Path.of(option));
  }

  /** Reads a split file or a folder of published lists. */
  public static Split read(Path path) throws DatasetException, IOException {
    return Files.isDirectory(path) ? published(path) : SplitFile.read(path);
  }

  private static Split published(Path folder) throws DatasetException, IOException {
    Map<Part, Path> lists = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String start = part == Part.VALIDATION ? "valid" : part.title();
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, start + "*.txt")) {
        for (Path list : found) {
          Path other = lists.put(part, list);
          if (other != null) {
            throw new DatasetException(
                folder, "has two lists of part " + part.title() + ": " + other + " and " + list);
          }
        }
      }
    }
    if (lists.isEmpty()) {
      throw new DatasetException(folder, "has no list train*.txt, valid*.txt or test*.txt");
    }
    return PublishedList.split(String.valueOf(folder.getFileName()), lists);
  }
}
