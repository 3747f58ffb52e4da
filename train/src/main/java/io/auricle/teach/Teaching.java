package io.auricle.teach;

import io.auricle.bundle.About;
import io.auricle.bundle.Certainty;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training;
import io.auricle.classic.FamiliarModel;
import io.auricle.classic.MultinomialOptions;
import io.auricle.classic.model.TrainingSet;
import io.auricle.experiment.task.Answer;
import io.auricle.experiment.task.Measured;
import io.auricle.experiment.task.OneLabel;
import io.auricle.experiment.task.Scored;
import io.auricle.experiment.task.Temperature;
import io.auricle.feature.FeatureMatrix;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Learns labels from tracks: logistic regression on the means of clips. All that it says of itself
 * (how often it is right, from which score on it is sure, what is unlike all it learned from) is
 * found out by cross-validation, on tracks of groups that the model at hand had not learned from.
 */
public final class Teaching {
  private static final String DATASET = "taught";

  /** Rows to compare both engines on. */
  private static final int CHECKED = 200;

  /** How much the score of an answer must be above that of no opinion at all. */
  private static final double ABOVE_EVEN = 0.05;

  private final TaughtNetwork network;
  private final TeachOptions options;

  public Teaching(TaughtNetwork network, TeachOptions options) {
    this.network = network;
    this.options = options;
  }

  /** What one model of a fold says of a track that it had not learned from. */
  private record HeldOut(int track, List<double[]> scores, List<Double> likeness) {}

  /**
   * Learns.
   *
   * @param name of the model
   * @param source where the labels are from, in words
   * @param said hears what was chosen
   * @throws TeachingException if there are fewer than two labels, or one has too few tracks
   */
  public Taught teach(String name, String source, List<TaughtTrack> tracks, Consumer<String> said)
      throws TeachingException {
    List<String> labels = labels(tracks);
    OneLabel task = new OneLabel(labels, options.certainty());
    Folds folds = Folds.of(tracks, options.seed());
    List<HeldOut> heldOut = new ArrayList<>();
    for (List<Integer> held : folds.held()) {
      List<TaughtTrack> others = new ArrayList<>();
      for (int i = 0; i < tracks.size(); i++) {
        if (!held.contains(i)) {
          others.add(tracks.get(i));
        }
      }
      FamiliarModel model = model(labels, others, -1);
      held.forEach(i -> heldOut.add(heard(model, i, tracks.get(i))));
    }
    double least = least(heldOut);
    List<Scored> scored =
        heldOut.stream()
            .map(held -> scored(held, tracks.get(held.track()), labels, least))
            .toList();
    Temperature temperature = Temperature.fit(scored, task);
    List<Scored> tempered =
        scored.stream().map(s -> s.withScores(temperature.of(s.scores()))).toList();
    ScoreOptions scores =
        certain(
            task.decided(ScoreOptions.PLAIN.withTemperature(temperature.value()), tempered, said),
            tempered,
            labels.size());
    Measured measured = task.measured(scores, tempered, true, said);
    String split =
        folds.held().size() + " folds, " + (folds.grouped() ? "artists apart" : "by track");
    ModelCard card =
        ModelCard.single(
                about(name, source, labels, tracks.size()),
                labels,
                network.kind().input(),
                scores,
                Training.of(
                    options.seed(),
                    List.of(
                        new Training.DataUse(
                            DATASET, split, "", Map.of(Part.TRAIN.title(), tracks.size())))))
            .withKind(network.kind())
            .withMeasured(measured.metrics(), measured.confusions());
    FamiliarModel head = model(labels, tracks, least);
    return new Taught(
        card,
        network.with(onnx(head, tracks)),
        tracks.size(),
        folds.held().size(),
        folds.grouped());
  }

  private static List<String> labels(List<TaughtTrack> tracks) throws TeachingException {
    List<String> labels = tracks.stream().map(TaughtTrack::label).distinct().sorted().toList();
    if (labels.size() < 2) {
      throw new TeachingException(
          "labels=%s must be at least two, to be told from each other".formatted(labels));
    }
    for (String label : labels) {
      long count = tracks.stream().filter(track -> track.label().equals(label)).count();
      if (count < TeachOptions.FEWEST) {
        throw new TeachingException(
            "label=%s has %d tracks that could be heard; at least %d are needed, ten are better"
                .formatted(label, count, TeachOptions.FEWEST));
      }
    }
    return labels;
  }

  private FamiliarModel model(List<String> labels, List<TaughtTrack> tracks, double least) {
    List<TrainingSet.Vector> vectors = new ArrayList<>();
    for (TaughtTrack track : tracks) {
      for (FeatureMatrix mean : track.means()) {
        vectors.add(new TrainingSet.Vector(track.group(), labels.indexOf(track.label()), mean));
      }
    }
    TrainingSet data = new TrainingSet(labels, vectors);
    return FamiliarModel.learn(MultinomialOptions.ofEmbedding(options.cost()), data, least);
  }

  private static HeldOut heard(FamiliarModel model, int index, TaughtTrack track) {
    List<FeatureMatrix> segments = track.segments();
    return new HeldOut(
        index,
        segments.stream().map(model::unguarded).toList(),
        segments.stream().map(model::likeness).toList());
  }

  /** What all but the least familiar segments reach, each track counting the same. */
  private double least(List<HeldOut> heldOut) {
    List<double[]> weighted = new ArrayList<>();
    for (HeldOut held : heldOut) {
      held.likeness()
          .forEach(one -> weighted.add(new double[] {one, 1.0 / held.likeness().size()}));
    }
    weighted.sort((a, b) -> Double.compare(a[0], b[0]));
    double left = (1 - options.familiar()) * heldOut.size();
    for (double[] one : weighted) {
      left -= one[1];
      if (left < 0) {
        return Math.max(-1, Math.min(1, one[0]));
      }
    }
    return -1;
  }

  /** The scores of a track as its model gives them: the mean of its segments'. */
  private static Scored scored(HeldOut held, TaughtTrack track, List<String> labels, double least) {
    double[] sum = new double[labels.size()];
    int segments = held.scores().size();
    for (int s = 0; s < segments; s++) {
      double[] own = held.scores().get(s);
      for (int i = 0; i < sum.length; i++) {
        boolean familiar = held.likeness().get(s) >= least;
        sum[i] += (familiar ? own[i] : 1.0 / sum.length) / segments;
      }
    }
    return new Scored(
        DATASET,
        track.id(),
        track.group(),
        Part.VALIDATION,
        Answer.label(labels.indexOf(track.label()), labels.size()),
        Arrays.stream(sum).boxed().toList());
  }

  /**
   * Raises the score from which on an answer is sure above that of no opinion, which is what the
   * unfamiliar gets.
   */
  private ScoreOptions certain(ScoreOptions scores, List<Scored> tracks, int labels) {
    double wanted = Math.max(scores.sureFrom(), 1.0 / labels + ABOVE_EVEN);
    List<Double> best = tracks.stream().map(track -> Collections.max(track.scores())).toList();
    double threshold = Math.floor(1e4 * Math.min(wanted, Collections.max(best))) / 1e4;
    int answered = 0;
    int right = 0;
    for (int t = 0; t < best.size(); t++) {
      if (best.get(t) >= threshold) {
        answered++;
        Scored track = tracks.get(t);
        right += track.scores().indexOf(best.get(t)) == track.label() ? 1 : 0;
      }
    }
    double coverage = Math.round(1e4 * answered / best.size()) / 1e4;
    double accuracy = Math.round(1e4 * right / answered) / 1e4;
    return scores.withCertainty(new Certainty(threshold, options.certainty(), coverage, accuracy));
  }

  private static byte[] onnx(FamiliarModel head, List<TaughtTrack> tracks) {
    List<FeatureMatrix> rows =
        tracks.stream().flatMap(track -> track.segments().stream()).limit(CHECKED).toList();
    byte[] onnx = head.toOnnx();
    List<FeatureMatrix> clear = head.comparable(rows);
    if (!clear.isEmpty()) {
      head.checkExport(onnx, clear);
    }
    return onnx;
  }

  private About about(String name, String source, List<String> labels, int tracks) {
    String listed = String.join(", ", labels);
    return new About(
        name,
        "Labels of one's own: " + (listed.length() > 100 ? labels.size() + " of them" : listed),
        ("Logistic regression on what the network %s %s makes of a track, learned from %d tracks of"
                + " %s by auricle teach.")
            .formatted(
                network.kind().outputs() == null ? "" : network.kind().outputs().name(),
                network.kind().outputs() == null ? "" : network.kind().outputs().version(),
                tracks,
                source),
        "The collection that it was taught with, and others like it.",
        "It knows these labels alone. Music unlike all that it was taught with is not sure; how"
            + " often that is told rightly is not known.",
        "of the network: %s; of the labels: whoever gave them"
            .formatted(network.card().about().licence()));
  }
}
