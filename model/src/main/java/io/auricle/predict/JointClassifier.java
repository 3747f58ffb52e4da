package io.auricle.predict;

import io.auricle.audio.DecodeException;
import io.auricle.audio.Excerpt;
import io.auricle.audio.Excerpts;
import io.auricle.audio.SampleStream;
import io.auricle.predict.onnx.RunFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Several models that hear a track together: it is decoded once, and features that models share are
 * extracted once. Each says what it says alone. Does not own the models. Thread-safe.
 */
public final class JointClassifier {
  private static final SoundListener DEAF =
      new SoundListener() {
        @Override
        public void begin(int sampleRateHz) {}

        @Override
        public void take(float[] samples, int length) {}
      };

  private final List<Classifier> models;

  /**
   * @param models at least one
   */
  public JointClassifier(List<Classifier> models) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("models=[] must have at least one");
    }
    this.models = List.copyOf(models);
  }

  public List<Classifier> models() {
    return models;
  }

  /**
   * Classifies a file of any audio format, which is decoded once for each rate that models want.
   *
   * @return of each model what it says; nothing where it heard nothing but digital silence
   * @throws DecodeException if the file is bad, too short, all of them heard nothing, or one takes
   *     longer than its limits allow or fails on it
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   * @throws IllegalStateException after one of the models was closed
   */
  public List<Optional<TrackPrediction>> predict(Path file) throws DecodeException {
    return predict(file, DEAF);
  }

  /** The same, with a listener beside the models. */
  public List<Optional<TrackPrediction>> predict(Path file, SoundListener listener)
      throws DecodeException {
    return each(file, model -> model.open(file), listener);
  }

  /**
   * Classifies a file by excerpts. The times of segments are those of the excerpts behind each
   * other.
   *
   * @param seconds how long the file is
   * @throws DecodeException as {@link #predict(Path)}, also if an excerpt cannot be had, as where
   *     the file is shorter than it says
   */
  public List<Optional<TrackPrediction>> predict(Path file, Excerpts excerpts, double seconds)
      throws DecodeException {
    return predict(file, excerpts, seconds, DEAF);
  }

  /** The same, with a listener beside the models, which hears the excerpts behind each other. */
  public List<Optional<TrackPrediction>> predict(
      Path file, Excerpts excerpts, double seconds, SoundListener listener) throws DecodeException {
    List<Excerpt> parts = excerpts.of(seconds);
    return each(file, model -> model.open(file, parts), listener).stream()
        .map(said -> said.map(track -> track.ofTrack(seconds)))
        .toList();
  }

  /**
   * Classifies a sound that its caller decodes, for instance under limits of its own or from
   * elsewhere than a file. It is opened once for each rate that models want, and closed.
   *
   * @param name of the sound in messages
   * @throws DecodeException as {@link #predict(Path)}
   * @throws IllegalArgumentException if the opener gives a stream of another rate
   */
  public List<Optional<TrackPrediction>> predict(Path name, StreamOpener opener)
      throws DecodeException {
    return each(name, model -> opener.open(model.sampleRateHz()), DEAF);
  }

  /** Opens a sound. */
  @FunctionalInterface
  public interface StreamOpener {
    /**
     * Its samples from the first on.
     *
     * @param sampleRateHz that they are to have
     */
    SampleStream open(int sampleRateHz) throws DecodeException;
  }

  /** Opens what a model hears. */
  @FunctionalInterface
  private interface Opener {
    SampleStream open(Classifier model) throws DecodeException;
  }

  private List<Optional<TrackPrediction>> each(Path file, Opener opener, SoundListener listener)
      throws DecodeException {
    TreeMap<Integer, List<Classifier>> rates = new TreeMap<>();
    models.forEach(m -> rates.computeIfAbsent(m.sampleRateHz(), r -> new ArrayList<>()).add(m));
    Map<Classifier, Optional<TrackPrediction>> said = new LinkedHashMap<>();
    List<Classifier> last = rates.lastEntry().getValue();
    for (List<Classifier> group : rates.values()) {
      try (SampleStream stream = opener.open(group.get(0))) {
        List<Optional<TrackPrediction>> answers =
            predict(group, stream, file, group == last ? listener : DEAF);
        for (int i = 0; i < group.size(); i++) {
          said.put(group.get(i), answers.get(i));
        }
      }
    }
    List<Optional<TrackPrediction>> answers =
        models.stream().map(model -> said.getOrDefault(model, Optional.empty())).toList();
    if (answers.stream().allMatch(Optional::isEmpty)) {
      throw TrackFeatures.silent(file);
    }
    return answers;
  }

  /** Why there is no prediction of a model that heard nothing. */
  public static DecodeException silent(Path file) {
    return TrackFeatures.silent(file);
  }

  /** What models of one rate say of a stream of that rate. */
  static List<Optional<TrackPrediction>> predict(
      List<Classifier> models, SampleStream stream, Path source) throws DecodeException {
    return predict(models, stream, source, DEAF);
  }

  private static List<Optional<TrackPrediction>> predict(
      List<Classifier> models, SampleStream stream, Path source, SoundListener listener)
      throws DecodeException {
    int wanted = models.get(0).sampleRateHz();
    if (stream.sampleRateHz() != wanted) {
      throw new IllegalArgumentException(
          "stream.sampleRateHz=%d must be the model's %d".formatted(stream.sampleRateHz(), wanted));
    }
    try {
      return heard(models, stream, source, listener);
    } catch (RunFailed e) {
      throw e.of(source);
    }
  }

  private static List<Optional<TrackPrediction>> heard(
      List<Classifier> models, SampleStream stream, Path source, SoundListener listener)
      throws DecodeException {
    List<List<MemberTrack>> tracks = models.stream().map(Classifier::tracks).toList();
    List<ClipCutter> cutters = SharedClips.cutters(models, tracks);
    SteadySound steady = new SteadySound(stream.sampleRateHz());
    listener.begin(stream.sampleRateHz());
    double seconds =
        TrackFeatures.read(
            stream,
            source,
            (block, length) -> {
              cutters.forEach(cutter -> cutter.push(block, length));
              steady.push(block, length);
              listener.take(block, length);
            });
    cutters.forEach(ClipCutter::finish);
    List<String> doubts = steady.warning().stream().toList();
    boolean doubtful = stream.isGuess() || !doubts.isEmpty();
    List<Optional<TrackPrediction>> answers = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      boolean heard = tracks.get(i).stream().anyMatch(track -> !track.pieces().isEmpty());
      if (heard) {
        TrackPrediction answer = models.get(i).answer(tracks.get(i), seconds, stream.warnings());
        Optional<String> other = doubts.isEmpty() ? noMusic(answer) : Optional.empty();
        List<String> reasons = other.map(List::of).orElse(doubts);
        answers.add(Optional.of(doubtful || other.isPresent() ? answer.doubted(reasons) : answer));
      } else {
        answers.add(Optional.empty());
      }
    }
    return answers;
  }

  private static Optional<String> noMusic(TrackPrediction answer) {
    return answer
        .noMusic()
        .filter(NoMusic::given)
        .map(
            no ->
                String.format(
                    Locale.ROOT,
                    "no music: it sounds like speech, noise or the like (score %.2f, at least"
                        + " %.2f)",
                    no.score(),
                    no.threshold()));
  }
}
