package io.auricle.experiment;

import io.auricle.bundle.InputOptions;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.experiment.Source.FileError;
import io.auricle.neural.AudioChanges;
import io.auricle.split.Part;
import io.auricle.split.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Loads the sources of an experiment. */
final class SourceLoader {
  private final Experiment experiment;
  private final InputOptions input;
  private final Path cache;

  /**
   * @param cache folder of the feature cache
   */
  SourceLoader(Experiment experiment, InputOptions input, Path cache) {
    this.experiment = experiment;
    this.input = input;
    this.cache = cache;
  }

  /** What is at a source's path. */
  interface Contents {
    /** All tracks, whatever their part and label. */
    List<Track> tracks();

    /** The features of those of the tracks that can be analysed, by id; notes the others. */
    Map<String, LabelledTrack.Features> features(List<Track> tracks, List<FileError> errors)
        throws IOException, InterruptedException;

    /** The features of changed variants of tracks, by id; none unless there is audio. */
    default Map<String, List<LabelledTrack.Features>> variants(
        List<Track> tracks, AudioChanges changes, List<FileError> errors)
        throws IOException, InterruptedException {
      return Map.of();
    }
  }

  /** Finds the tracks of a source and their parts; nothing is analysed yet. */
  SourcePlan plan(SourceOptions options) throws ExperimentException, DatasetException, IOException {
    checkRenames(options);
    Contents contents =
        switch (options.format()) {
          case AUDIO -> AudioContents.load(options, input, cache);
          case TABLE -> TableContents.load(options, input.features());
          case PICTURES -> PictureContents.load(options, input.features());
        };
    List<Track> tracks = PublishedArtists.read(options.artists()).of(contents.tracks());
    Split split = options.split().split(options.dataset(), tracks);
    Map<String, Integer> otherLabels = new TreeMap<>();
    List<SourcePlan.Entry> chosen = new ArrayList<>();
    for (Track track : tracks) {
      Optional<Part> part = split.partOf(track.id());
      if (part.isPresent() && options.parts().contains(part.get())) {
        int label = label(options, track);
        if (label < 0) {
          otherLabels.merge(track.label().name(), 1, Integer::sum);
        } else {
          chosen.add(new SourcePlan.Entry(track, part.get(), label));
        }
      }
    }
    return new SourcePlan(options, contents, split, chosen, otherLabels);
  }

  /** Analyses the tracks of a plan. */
  Source load(SourcePlan plan) throws ExperimentException, IOException, InterruptedException {
    SourceOptions options = plan.options();
    List<FileError> errors = new ArrayList<>();
    List<Track> chosen = plan.entries().stream().map(SourcePlan.Entry::track).toList();
    Map<String, LabelledTrack.Features> features = plan.contents().features(chosen, errors);
    Map<String, List<LabelledTrack.Features>> variants = variants(plan, features.keySet(), errors);
    checkErrors(options, chosen.size(), errors);
    List<LabelledTrack> tracks = new ArrayList<>();
    for (SourcePlan.Entry entry : plan.entries()) {
      Track track = entry.track();
      LabelledTrack.Features found = features.get(track.id().value());
      if (found != null) {
        tracks.add(
            new LabelledTrack(
                options.dataset(),
                track.id().value(),
                options.dataset() + ":" + track.group(),
                entry.part(),
                entry.label(),
                options.weight(),
                found,
                variants.getOrDefault(track.id().value(), List.of())));
      }
    }
    return new Source(options, plan.split(), tracks, plan.otherLabels(), errors);
  }

  /** Those of the tracks that are learned from, as far as they could be analysed. */
  private Map<String, List<LabelledTrack.Features>> variants(
      SourcePlan plan, Set<String> analysed, List<FileError> errors)
      throws IOException, InterruptedException {
    NetworkRecipe network = experiment.model().network();
    AudioChanges changes =
        network == null ? AudioChanges.none() : network.training().augmentation().audio();
    if (changes.variants() == 0) {
      return Map.of();
    }
    List<Track> learned =
        plan.entries().stream()
            .filter(entry -> experiment.fit().parts().contains(entry.part()))
            .map(SourcePlan.Entry::track)
            .filter(track -> analysed.contains(track.id().value()))
            .toList();
    return plan.contents().variants(learned, changes, errors);
  }

  private void checkRenames(SourceOptions options) throws ExperimentException {
    for (Map.Entry<String, String> rename : options.labels().entrySet()) {
      if (!experiment.labels().contains(rename.getValue())) {
        throw new ExperimentException(
            "%s: labels: %s becomes %s, which is none of the model's labels %s"
                .formatted(
                    options.path(), rename.getKey(), rename.getValue(), experiment.labels()));
      }
    }
  }

  private int label(SourceOptions options, Track track) {
    String name = track.label().name();
    return experiment.labels().indexOf(options.labels().getOrDefault(name, name));
  }

  private void checkErrors(SourceOptions options, int files, List<FileError> errors)
      throws ExperimentException {
    if (errors.size() > experiment.maxErrorRate() * files) {
      FileError first = errors.get(0);
      throw new ExperimentException(
          "%s: %d of %d files cannot be analysed, more than maxErrorRate=%s allows; the first: %s"
              .formatted(
                  options.path(),
                  errors.size(),
                  files,
                  experiment.maxErrorRate(),
                  first.message()));
    }
  }
}
