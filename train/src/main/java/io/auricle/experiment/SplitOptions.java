package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.known.Datasets;
import io.auricle.split.Part;
import io.auricle.split.PublishedList;
import io.auricle.split.PublishedSplit;
import io.auricle.split.ScikitSplit;
import io.auricle.split.Split;
import io.auricle.split.SplitFile;
import io.auricle.split.StratifiedSplit;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a split comes from; exactly one is given.
 *
 * @param file a split file
 * @param official a split that comes with the data set, by its name on the card
 * @param lists published lists, a file for each part
 * @param stratified shares of each label, artists kept together, from a seed
 * @param leakyRandom shares of each label, nothing kept together: with {@code pieces}, pieces of
 *     one track are on several sides. Marked as leaky
 * @param all the part that every track is in
 * @param scikit scikit-learn's {@code train_test_split}, in the order of the rows. Marked as leaky
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SplitOptions(
    @Nullable String file,
    @Nullable String official,
    @Nullable Map<Part, String> lists,
    @Nullable StratifiedSplit stratified,
    @Nullable StratifiedSplit leakyRandom,
    @Nullable Part all,
    @Nullable ScikitSplit scikit) {
  public SplitOptions {
    int given =
        (file == null ? 0 : 1)
            + (official == null ? 0 : 1)
            + (lists == null ? 0 : 1)
            + (stratified == null ? 0 : 1)
            + (leakyRandom == null ? 0 : 1)
            + (all == null ? 0 : 1)
            + (scikit == null ? 0 : 1);
    if (given != 1) {
      throw new IllegalArgumentException(
          "one of file, official, lists, stratified, leakyRandom, all and scikit must be given, not"
              + " "
              + given);
    }
    lists = lists == null ? null : new LinkedHashMap<>(lists);
  }

  /** Without the one of scikit-learn. */
  public SplitOptions(
      @Nullable String file,
      @Nullable String official,
      @Nullable Map<Part, String> lists,
      @Nullable StratifiedSplit stratified,
      @Nullable StratifiedSplit leakyRandom,
      @Nullable Part all) {
    this(file, official, lists, stratified, leakyRandom, all, null);
  }

  /**
   * Makes or reads the split.
   *
   * @param tracks in groups that may not be torn apart
   */
  public Split split(SourceOptions source, Collection<Track> tracks) throws DatasetException {
    String name = source.dataset();
    if (file != null) {
      return SplitFile.read(Path.of(file));
    }
    if (official != null) {
      Dataset dataset = Datasets.named(name);
      Target target = dataset.card().target(source.target());
      return PublishedSplit.of(dataset, Path.of(source.path()), target, official);
    }
    if (lists != null) {
      Map<Part, Path> paths = new LinkedHashMap<>();
      lists.forEach((part, path) -> paths.put(part, Path.of(path)));
      return PublishedList.split(name, paths);
    }
    if (stratified != null) {
      return stratified.of(name, tracks);
    }
    if (leakyRandom != null) {
      return leakyRandom.leaky(tracks);
    }
    if (scikit != null) {
      return scikit.leaky(tracks);
    }
    Part part = all == null ? Part.TRAIN : all;
    return new Split(
        name,
        "all tracks for " + part.title(),
        false,
        Map.of(
            part, tracks.stream().map(Track::id).collect(Collectors.toCollection(TreeSet::new))));
  }
}
