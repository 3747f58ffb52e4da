package io.auricle.experiment;

import io.auricle.bundle.InputOptions;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.experiment.Source.FileError;
import io.auricle.split.Part;
import io.auricle.split.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  }

  Source load(SourceOptions options)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    Contents contents =
        switch (options.format()) {
          case AUDIO -> AudioContents.load(options, input, cache);
          case TABLE -> TableContents.load(options, input.features());
          case PICTURES -> PictureContents.load(options, input.features());
        };
    Split split = options.split().split(options.dataset(), contents.tracks());
    Map<String, Integer> otherLabels = new TreeMap<>();
    List<Track> chosen = new ArrayList<>();
    for (Track track : contents.tracks()) {
      Optional<Part> part = split.partOf(track.id());
      if (part.isPresent() && options.parts().contains(part.get())) {
        if (label(options, track) < 0) {
          otherLabels.merge(track.label().name(), 1, Integer::sum);
        } else {
          chosen.add(track);
        }
      }
    }
    List<FileError> errors = new ArrayList<>();
    Map<String, LabelledTrack.Features> features = contents.features(chosen, errors);
    checkErrors(options, chosen.size(), errors);
    List<LabelledTrack> tracks = new ArrayList<>();
    for (Track track : chosen) {
      LabelledTrack.Features found = features.get(track.id().value());
      if (found != null) {
        tracks.add(
            new LabelledTrack(
                options.dataset(),
                track.id().value(),
                options.dataset() + ":" + track.group(),
                split.partOf(track.id()).orElseThrow(),
                label(options, track),
                options.weight(),
                found));
      }
    }
    return new Source(options, split, tracks, otherLabels, errors);
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
