package io.auricle.distill.sound;

import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.dataset.known.Datasets;
import io.auricle.distill.SoundOptions;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.SplitOptions;
import io.auricle.file.AudioScan;
import io.auricle.split.Part;
import io.auricle.split.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the sounds that may be heard; those of test parts are not among them. */
public final class SoundFinder {
  private SoundFinder() {}

  /**
   * The sounds of some sources.
   *
   * @throws DatasetException if a folder is not what its data set looks like
   */
  public static List<FoundSound> find(List<SoundOptions> sources) throws DatasetException {
    List<FoundSound> found = new ArrayList<>();
    for (SoundOptions source : sources) {
      found.addAll(source.dataset() == null ? files(source) : tracks(source, source.dataset()));
    }
    return found;
  }

  private static List<FoundSound> files(SoundOptions source) throws DatasetException {
    Path root = Path.of(source.path());
    try {
      return AudioScan.below(root).stream()
          .map(file -> sound(source, root.relativize(file).toString(), file, false, Map.of()))
          .toList();
    } catch (IOException e) {
      throw new DatasetException(root, "cannot be read: " + e);
    }
  }

  private static List<FoundSound> tracks(SoundOptions source, String name) throws DatasetException {
    Dataset dataset = Datasets.named(name);
    Path root = Path.of(source.path());
    List<Track> tracks = dataset.load(root, dataset.card().target(source.target())).tracks();
    Split split = source.split() == null ? null : split(source, name, source.split(), tracks);
    List<Split> others = new ArrayList<>();
    for (SplitOptions options : source.leaveOut()) {
      others.add(split(source, name, options, tracks));
    }
    Map<TrackId, Map<String, List<String>>> labels = labels(source, dataset, root);
    List<FoundSound> found = new ArrayList<>();
    for (Track track : tracks) {
      Optional<Part> part = split == null ? Optional.of(Part.TRAIN) : split.partOf(track.id());
      boolean tested =
          others.stream().anyMatch(o -> o.partOf(track.id()).equals(Optional.of(Part.TEST)));
      Path file = track.path();
      if (file != null && part.isPresent() && part.get() != Part.TEST && !tested) {
        found.add(
            sound(
                source,
                name + ":" + track.id(),
                file,
                part.get() == Part.VALIDATION,
                labels.getOrDefault(track.id(), Map.of())));
      }
    }
    return found;
  }

  private static Split split(
      SoundOptions source, String name, SplitOptions options, List<Track> tracks)
      throws DatasetException {
    return options.split(
        new SourceOptions(
            name,
            source.target(),
            SourceOptions.Format.AUDIO,
            source.path(),
            options,
            List.of(Part.values()),
            Map.of(),
            false,
            1.0,
            null,
            List.of()),
        tracks);
  }

  private static Map<TrackId, Map<String, List<String>>> labels(
      SoundOptions source, Dataset dataset, Path root) throws DatasetException {
    Map<TrackId, Map<String, List<String>>> labels = new LinkedHashMap<>();
    for (Map.Entry<String, String> head : source.labels().entrySet()) {
      for (Track track : dataset.load(root, dataset.card().target(head.getValue())).tracks()) {
        List<String> own =
            track.labels().stream()
                .map(label -> source.renames().getOrDefault(label.name(), label.name()))
                .toList();
        labels.computeIfAbsent(track.id(), id -> new LinkedHashMap<>()).put(head.getKey(), own);
      }
    }
    return labels;
  }

  private static FoundSound sound(
      SoundOptions source,
      String name,
      Path file,
      boolean heldOut,
      Map<String, List<String>> labels) {
    String folder = String.valueOf(file.toAbsolutePath().getParent());
    return new FoundSound(name, file, folder, source.weight(), heldOut, labels);
  }
}
