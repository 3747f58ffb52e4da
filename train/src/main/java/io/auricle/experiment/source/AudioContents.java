package io.auricle.experiment.source;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.bundle.InputOptions;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.known.Datasets;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.source.Source.FileError;
import io.auricle.neural.option.AudioChanges;
import io.auricle.predict.TrackFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Audio files of a data set, analysed on all cores through the feature cache. */
final class AudioContents implements SourceLoader.Contents {
  private final List<Track> tracks;
  private final List<String> warnings;
  private final Set<String> vocabulary;
  private final Map<String, Map<String, Double>> shares;
  private final InputOptions input;
  private final FeatureCache cache;
  private final AudioDecoder decoder;

  private AudioContents(
      List<Track> tracks,
      List<String> warnings,
      Set<String> vocabulary,
      Map<String, Map<String, Double>> shares,
      InputOptions input,
      FeatureCache cache) {
    this.tracks = tracks;
    this.warnings = warnings;
    this.vocabulary = vocabulary;
    this.shares = shares;
    this.input = input;
    this.cache = cache;
    this.decoder = AudioDecoder.of(DecodeOptions.at(input.features().sampleRateHz()));
  }

  static AudioContents load(SourceOptions options, InputOptions input, Path cache)
      throws DatasetException, IOException {
    String list = options.list();
    Path root = Path.of(options.path());
    FeatureCache features = new FeatureCache(cache, input);
    if (list != null) {
      List<Track> listed = ListedTracks.read(Path.of(list), root);
      return new AudioContents(listed, List.of(), Set.of(), Map.of(), input, features);
    }
    Dataset dataset = Datasets.named(options.dataset());
    Target target = dataset.card().target(options.target());
    DatasetIndex index = dataset.load(root, target);
    Set<String> vocabulary = new TreeSet<>();
    target.labels().forEach(label -> vocabulary.add(label.name()));
    Map<String, Map<String, Double>> shares = new TreeMap<>();
    dataset
        .shares(root, target)
        .forEach(
            (track, own) -> {
              Map<String, Double> named = new TreeMap<>();
              own.forEach((label, share) -> named.put(label.name(), share));
              shares.put(track.value(), named);
            });
    List<String> warnings = LeftOut.said(root, index.findings());
    return new AudioContents(index.tracks(), warnings, vocabulary, shares, input, features);
  }

  @Override
  public List<Track> tracks() {
    return tracks;
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public Set<String> vocabulary() {
    return vocabulary;
  }

  @Override
  public Map<String, Map<String, Double>> shares() {
    return shares;
  }

  /** The places of a track's features, or why there are none. */
  private record Outcome(List<Path> entries, @Nullable FileError error) {}

  @Override
  public Map<String, LabelledTrack.Features> features(List<Track> chosen, List<FileError> errors)
      throws IOException, InterruptedException {
    Map<String, LabelledTrack.Features> features = new LinkedHashMap<>();
    analyse(chosen, track -> List.of(AudioChange.NONE), errors)
        .forEach((track, all) -> features.put(track, all.get(0)));
    return features;
  }

  @Override
  public Map<String, List<LabelledTrack.Features>> variants(
      List<Track> chosen, AudioChanges changes, List<FileError> errors)
      throws IOException, InterruptedException {
    return analyse(chosen, track -> AudioChange.of(changes, track.id().value()), errors);
  }

  private Map<String, List<LabelledTrack.Features>> analyse(
      List<Track> chosen, Function<Track, List<AudioChange>> changes, List<FileError> errors)
      throws IOException, InterruptedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Callable<Outcome>> tasks = new ArrayList<>();
      chosen.forEach(track -> tasks.add(() -> analyse(track, changes.apply(track))));
      List<Future<Outcome>> outcomes = workers.invokeAll(tasks);
      Map<String, List<LabelledTrack.Features>> features = new LinkedHashMap<>();
      for (int i = 0; i < chosen.size(); i++) {
        Outcome outcome = outcomes.get(i).get();
        if (outcome.error() != null) {
          errors.add(outcome.error());
        } else {
          List<LabelledTrack.Features> all = new ArrayList<>();
          outcome.entries().forEach(entry -> all.add(() -> FeatureCache.read(entry)));
          features.put(chosen.get(i).id().value(), all);
        }
      }
      return features;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("analysis failed", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Outcome analyse(Track track, List<AudioChange> changes) throws IOException {
    Path file = track.path();
    if (file == null) {
      throw new IllegalArgumentException("track " + track.id() + " must have audio");
    }
    List<Path> entries = new ArrayList<>();
    for (AudioChange change : changes) {
      Path entry = cache.entry(file, change);
      if (!Files.exists(entry)) {
        try (SampleStream stream = decoder.open(file)) {
          FeatureCache.write(entry, TrackFeatures.extract(stream, file, input, change::of));
        } catch (DecodeException e) {
          String reason = String.valueOf(e.getMessage());
          return new Outcome(List.of(), new FileError(file.toString(), e.code().name(), reason));
        }
      }
      entries.add(entry);
    }
    return new Outcome(entries, null);
  }
}
