package io.auricle.experiment.source;

import io.auricle.bundle.InputOptions;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Duplicates;
import io.auricle.dataset.Track;
import io.auricle.dataset.table.MelPictures;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.ScaleOptions;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.source.Source.FileError;
import io.auricle.experiment.task.Answer;
import io.auricle.experiment.task.SeveralTags;
import io.auricle.experiment.task.TagOptions;
import io.auricle.neural.option.AudioChanges;
import io.auricle.split.Copies;
import io.auricle.split.Part;
import io.auricle.split.Split;
import io.auricle.tag.CleanTags;
import io.auricle.tag.TagCleanUp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Loads the sources of an experiment. */
public final class SourceLoader {
  private final Experiment experiment;
  private final TrainedRecipe recipe;
  private final InputOptions input;
  private final Path cache;
  private final Map<SourceOptions, Opened> opened = new HashMap<>();
  private Answers answers;
  private @Nullable FoundTags found;

  private SourceLoader(Experiment experiment, TrainedRecipe recipe, Path cache) {
    this.experiment = experiment;
    this.recipe = recipe;
    this.input = new Summary(recipe.input().features()).loaded(recipe.input());
    this.cache = cache;
    this.answers = new LabelAnswers(experiment.labels());
  }

  /**
   * Opens the sources of an experiment and finds out which tags can be learned.
   *
   * @param recipe the experiment's
   * @param cache folder of the feature cache
   * @throws ExperimentException as {@link FoundTags#of}, and if the clean-up does not fit the data
   */
  public static SourceLoader open(Experiment experiment, TrainedRecipe recipe, Path cache)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    SourceLoader loader = new SourceLoader(experiment, recipe, cache);
    if (experiment.task() instanceof SeveralTags tags) {
      FoundTags found = loader.findTags(tags.options());
      loader.found = found;
      loader.answers = new TagAnswers(found, tags.options().learn());
    }
    return loader;
  }

  /** The experiment, with the labels that the data have where these decide. */
  public Experiment experiment() {
    return found == null ? experiment : experiment.withLabels(found.labels());
  }

  /** The tags that were found; empty where one label is learned. */
  public Optional<FoundTags> found() {
    return Optional.ofNullable(found);
  }

  /** What is at a source's path. */
  interface Contents {
    /** All tracks, whatever their part and label. */
    List<Track> tracks();

    /** What is to be known of the files that were read. */
    default List<String> warnings() {
      return List.of();
    }

    /** All labels there can be, as far as they are known beforehand. */
    default Set<String> vocabulary() {
      return Set.of();
    }

    /** How large a share of listeners gave each tag, by track; none where that is not known. */
    default Map<String, Map<String, Double>> shares() {
      return Map.of();
    }

    /**
     * Which of them is in which part.
     *
     * @param copies sets of tracks of the same content, which belong together
     */
    default Split split(SourceOptions options, List<List<Track>> copies) throws DatasetException {
      return options.split().split(options, Copies.joined(tracks(), copies));
    }

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

  private FoundTags findTags(TagOptions options)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    List<FoundTags.Tagged> tagged = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (SourceOptions source : recipe.data()) {
      Opened opened = open(source);
      opened.contents().vocabulary().forEach(name -> known.add(Answers.renamed(source, name)));
      for (Track track : opened.contents().tracks()) {
        Set<String> own = Answers.names(source, track);
        known.addAll(own);
        Optional<Part> part = opened.split().partOf(track.id());
        if (part.isPresent() && source.parts().contains(part.get())) {
          tagged.add(new FoundTags.Tagged(own, part.get()));
        }
      }
    }
    String file = options.cleanUp();
    TagCleanUp cleanUp =
        file == null ? TagCleanUp.NONE : ExperimentReader.readCleanUp(Path.of(file));
    List<Set<String>> tracks = tagged.stream().map(FoundTags.Tagged::tags).toList();
    CleanTags clean;
    try {
      clean = cleanUp.of(tracks, known);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(
          (file == null ? "" : file + ": ") + String.valueOf(e.getMessage()), e);
    }
    return FoundTags.of(experiment.labels(), clean, tagged);
  }

  /** A source with what was found out about its tracks. */
  private record Opened(Contents contents, List<List<Track>> copies, Split split) {}

  /** Opens a source once, for its files are compared with each other. */
  private Opened open(SourceOptions options)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    Opened known = opened.get(options);
    if (known != null) {
      return known;
    }
    Contents found =
        switch (options.format()) {
          case AUDIO -> AudioContents.load(options, input, cache);
          case TABLE -> TableContents.load(options, input.features());
          case PICTURES ->
              MelPictures.isIn(Path.of(options.path()))
                  ? PictureContents.load(options, input.features())
                  : FigureContents.load(options, input.features());
        };
    Contents whole =
        options.artists().isEmpty()
            ? found
            : new ArtistContents(found, PublishedArtists.read(options.artists()));
    List<List<Track>> copies = Duplicates.of(whole.tracks());
    Contents contents = options.pieces() ? PieceContents.of(whole) : whole;
    Split split = contents.split(options, copies);
    Opened source = new Opened(contents, copies, split);
    opened.put(options, source);
    return source;
  }

  /**
   * Finds the tracks of all sources and their parts.
   *
   * @throws ExperimentException if one source tests what another trains
   */
  public List<SourcePlan> plans()
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    List<SourcePlan> plans = new ArrayList<>();
    for (SourceOptions options : recipe.data()) {
      plans.add(plan(options));
    }
    SourcePlan.requireApart(plans);
    return plans;
  }

  /** Finds the tracks of a source and their parts; only pieces are analysed already. */
  public SourcePlan plan(SourceOptions options)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    Opened source = open(options);
    Map<String, Map<String, Double>> shares = source.contents().shares();
    answers.check(options, shares);
    Map<String, Integer> otherLabels = new TreeMap<>();
    List<SourcePlan.Entry> chosen = new ArrayList<>();
    for (Track track : source.contents().tracks()) {
      Optional<Part> part = source.split().partOf(track.id());
      if (part.isPresent() && options.parts().contains(part.get())) {
        Map<String, Double> own = shares.getOrDefault(track.id().value(), Map.of());
        Optional<Answer> answer = answers.of(options, track, own);
        if (answer.isEmpty()) {
          track.labels().forEach(label -> otherLabels.merge(label.name(), 1, Integer::sum));
        } else {
          chosen.add(new SourcePlan.Entry(track, part.get(), answer.get()));
        }
      }
    }
    SourcePlan plan =
        new SourcePlan(
            options,
            source.contents(),
            source.split(),
            chosen,
            otherLabels,
            warnings(options, source));
    plan.requireNoLeak(source.copies());
    return plan;
  }

  private static List<String> warnings(SourceOptions options, Opened source) {
    List<String> warnings = new ArrayList<>(source.contents().warnings());
    warnings.addAll(LeftOut.doubled(options.path(), source.copies()));
    return warnings;
  }

  /** Analyses the tracks of a plan. */
  public Source load(SourcePlan plan)
      throws ExperimentException, IOException, InterruptedException {
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
                entry.answer(),
                options.weight(),
                found,
                variants.getOrDefault(track.id().value(), List.of())));
      }
    }
    ScaleOptions scale = options.scale();
    return new Source(
        options,
        plan.split(),
        scale == null ? tracks : ScaledTracks.of(scale, tracks),
        plan.otherLabels(),
        errors);
  }

  /** Those of the tracks that are learned from, as far as they could be analysed. */
  private Map<String, List<LabelledTrack.Features>> variants(
      SourcePlan plan, Set<String> analysed, List<FileError> errors)
      throws IOException, InterruptedException {
    AudioChanges changes = recipe.model().changes();
    if (changes.variants() == 0) {
      return Map.of();
    }
    List<Track> learned =
        plan.entries().stream()
            .filter(entry -> recipe.fit().parts().contains(entry.part()))
            .map(SourcePlan.Entry::track)
            .filter(track -> analysed.contains(track.id().value()))
            .toList();
    return plan.contents().variants(learned, changes, errors);
  }

  private void checkErrors(SourceOptions options, int files, List<FileError> errors)
      throws ExperimentException {
    if (errors.size() > recipe.maxErrorRate() * files) {
      FileError first = errors.get(0);
      throw new ExperimentException(
          "%s: %d of %d files cannot be analysed, more than maxErrorRate=%s allows; the first: %s"
              .formatted(
                  options.path(), errors.size(), files, recipe.maxErrorRate(), first.message()));
    }
  }
}
