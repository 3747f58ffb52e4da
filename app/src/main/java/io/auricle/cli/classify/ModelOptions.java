package io.auricle.cli.classify;

import io.auricle.bundle.CardJson;
import io.auricle.classify.ClassificationView;
import io.auricle.classify.ModelView;
import io.auricle.cli.help.KnownNames;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.JointClassifier;
import io.auricle.predict.TrackPrediction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The models that {@code classify} asks, and how much of what they say is wanted. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      completionCandidates = KnownNames.Models.class,
      defaultValue = "genre",
      description =
          "Bundled model or bundle folder (default: ${DEFAULT-VALUE}). Several times: each names"
              + " every file, which is decoded once.")
  private List<String> names;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Labels a file, best first (default: ${DEFAULT-VALUE}); of tags always all that are"
              + " given, too.")
  private int top;

  @Option(names = "--segments", description = "Also the labels of each segment over time.")
  private boolean segments;

  @Option(
      names = "--embedding",
      description =
          "Also what the model's network makes of the track: numbers, with the network's name and"
              + " version (with --format jsonl).")
  private boolean embedding;

  @Option(
      names = "--sure",
      paramLabel = "SCORE",
      description =
          "Be sure of labels from this score on, in [0, 1] (default: that of the model's card; tags"
              + " have thresholds of their own).")
  private @Nullable Double sure;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** The models, loaded; to be closed. */
  final class Loaded implements AutoCloseable {
    private final List<Classifier> all = new ArrayList<>();

    JointClassifier together() {
      return new JointClassifier(all);
    }

    List<ModelView> views() {
      ClassificationView view = new ClassificationView(top, segments, embedding, false);
      return all.stream().map(model -> ModelView.of(model.card(), view)).toList();
    }

    /** Differs where what is said of a file would. */
    String description() {
      return all.stream()
              .map(model -> model.card().about().name() + " " + digest(model))
              .collect(Collectors.joining(", "))
          + ", top %d, segments %b, sure %s".formatted(top, segments, sure)
          + (embedding ? ", embedding" : "");
    }

    private String digest(Classifier model) {
      return Integer.toHexString(Arrays.hashCode(CardJson.write(model.card())));
    }

    @Override
    public void close() {
      all.forEach(Classifier::close);
    }
  }

  /** Refuses what makes no sense before anything is loaded. */
  void check() {
    if (top < 1) {
      throw usage("--top=" + top + " must be at least 1");
    }
    if (sure != null && !(sure >= 0 && sure <= 1)) {
      throw usage("--sure=" + sure + " must be in [0, 1]");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw usage("--model=" + names + " names a model twice");
    }
  }

  Loaded load() throws IOException {
    Classifiers.prepare();
    Loaded loaded = new Loaded();
    boolean complete = false;
    try {
      for (String name : names) {
        loaded.all.add(Classifiers.load(name));
      }
      if (sure != null && loaded.views().stream().allMatch(model -> model.view().tags())) {
        throw usage("--sure=%s is for labels; %s gives tags".formatted(sure, names));
      }
      if (embedding && loaded.all.stream().noneMatch(Classifier::givesEmbedding)) {
        throw usage("--embedding is for models that give one; none of %s does".formatted(names));
      }
      complete = true;
      return loaded;
    } finally {
      if (!complete) {
        loaded.close();
      }
    }
  }

  /** A prediction that is sure from the score on that the user chose. */
  TrackPrediction judged(ModelView model, TrackPrediction said) {
    return sure == null || model.view().tags() ? said : said.withSure(said.best().score() >= sure);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
