package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.bundle.About;
import io.auricle.bundle.InputOptions;
import io.auricle.classic.ClassicOptions;
import io.auricle.experiment.TrainedRecipe.Fit;
import io.auricle.experiment.task.OneLabel;
import io.auricle.experiment.task.SeveralTags;
import io.auricle.experiment.task.TagOptions;
import io.auricle.experiment.task.Task;
import io.auricle.yaml.Needed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as its YAML file is written: null is what was left out, and what goes together is
 * only known once it has become an {@link Experiment}.
 *
 * @param labels the classes; tracks with others are left out. Of tags those that are learned, all
 *     that the data have if left out
 * @param tags given if a track has any number of labels, which are then called tags
 * @param input left out for an ensemble
 * @param data left out for an ensemble
 * @param fit the training part if left out
 * @param certainty 0.75 if left out; not for tags
 * @param maxErrorRate 0.05 if left out
 * @param scoreTraining false if left out
 * @param export true if left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExperimentForm(
    @Needed About about,
    @Needed(unless = "tags") @Nullable List<String> labels,
    @Nullable TagOptions tags,
    long seed,
    @Needed(unless = "model.ensemble") @Nullable InputOptions input,
    @Needed(unless = "model.ensemble") @Nullable List<SourceOptions> data,
    @Needed Model model,
    @Nullable Fit fit,
    boolean calibrate,
    @Nullable FoldOptions outOfFold,
    @Nullable Double certainty,
    @Nullable Double maxErrorRate,
    @Nullable Boolean scoreTraining,
    @Nullable Boolean export) {
  private static final double DEFAULT_ERROR_RATE = 0.05;

  /**
   * What is trained: one of classic, network and ensemble.
   *
   * @param crops of {@code classic}, see {@link ClassicRecipe.Features}
   * @param embedding of {@code classic}, see {@link ClassicRecipe.Embedded}
   * @param perClip of {@code classic} with an embedding, see {@link ClassicRecipe.Embedded}
   * @param without of {@code classic}, see {@link ClassicRecipe.Features}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Model(
      @Nullable ClassicOptions classic,
      @Nullable Integer crops,
      @Nullable String embedding,
      boolean perClip,
      @Nullable List<String> without,
      @Nullable NetworkRecipe network,
      @Nullable EnsembleRecipe ensemble) {
    Model {
      int given =
          (classic == null ? 0 : 1) + (network == null ? 0 : 1) + (ensemble == null ? 0 : 1);
      if (given != 1) {
        throw new IllegalArgumentException(
            "one of classic, network and ensemble must be given, not " + given);
      }
      int added = Objects.requireNonNullElse(crops, 0);
      if (added < 0 || (added > 0 && classic == null)) {
        throw new IllegalArgumentException(
            "crops=" + crops + " must be 0 or more, and 0 unless the model is classic");
      }
      if (embedding != null && (classic == null || added > 0)) {
        throw new IllegalArgumentException(
            "embedding="
                + embedding
                + " must be left out unless the model is classic, without crops");
      }
      if (perClip && embedding == null) {
        throw new IllegalArgumentException("perClip=true must be left out without an embedding");
      }
      boolean whole = without == null || without.isEmpty();
      if (!whole && (classic == null || embedding != null)) {
        throw new IllegalArgumentException(
            "without="
                + without
                + " must be left out unless the model is classic and hears features by name");
      }
    }

    static Model of(ModelRecipe recipe) {
      if (!(recipe instanceof ClassicRecipe classic)) {
        return new Model(null, null, null, false, null, (NetworkRecipe) recipe, null);
      }
      ClassicOptions options = classic.options();
      if (classic.heard() instanceof ClassicRecipe.Embedded heard) {
        return new Model(options, null, heard.bundle(), heard.perClip(), null, null, null);
      }
      ClassicRecipe.Features heard = (ClassicRecipe.Features) classic.heard();
      return new Model(options, heard.crops(), null, false, heard.without(), null, null);
    }

    ModelRecipe recipe() {
      if (network != null) {
        return network;
      }
      return new ClassicRecipe(
          Objects.requireNonNull(classic),
          embedding != null
              ? new ClassicRecipe.Embedded(embedding, perClip)
              : new ClassicRecipe.Features(
                  Objects.requireNonNullElse(crops, 0),
                  Objects.requireNonNullElse(without, List.of())));
    }
  }

  /** The form of an experiment, its defaults written out. */
  static ExperimentForm of(Experiment experiment) {
    Task task = experiment.task();
    TagOptions tags = task instanceof SeveralTags several ? several.options() : null;
    Double certainty = task instanceof OneLabel label ? label.certainty() : null;
    return experiment.recipe() instanceof TrainedRecipe trained
        ? new ExperimentForm(
            experiment.about(),
            task.labels(),
            tags,
            experiment.seed(),
            trained.input(),
            trained.data(),
            Model.of(trained.model()),
            trained.fit(),
            experiment.calibrate(),
            trained.outOfFold(),
            certainty,
            trained.maxErrorRate(),
            trained.scoreTraining() ? true : null,
            trained.export() ? null : false)
        : new ExperimentForm(
            experiment.about(),
            task.labels(),
            tags,
            experiment.seed(),
            null,
            null,
            new Model(null, null, null, false, null, null, (EnsembleRecipe) experiment.recipe()),
            null,
            experiment.calibrate(),
            null,
            certainty,
            null,
            null,
            null);
  }

  /**
   * The experiment.
   *
   * @throws IllegalArgumentException naming what does not go together
   */
  Experiment experiment() {
    return new Experiment(about, task(), seed, recipe(), calibrate);
  }

  private Task task() {
    List<String> named = labels == null ? List.of() : labels;
    return tags != null
        ? new SeveralTags(named, tags)
        : new OneLabel(named, Objects.requireNonNullElse(certainty, OneLabel.CERTAINTY));
  }

  private Recipe recipe() {
    if (model.ensemble() != null) {
      if (outOfFold != null) {
        throw misplacedFolds();
      }
      return model.ensemble();
    }
    if (input == null || data == null || data.isEmpty()) {
      throw new IllegalArgumentException(
          "input and data must be given unless model is an ensemble");
    }
    return new TrainedRecipe(
        input,
        data,
        model.recipe(),
        fit == null ? Fit.TRAIN : fit,
        outOfFold,
        Objects.requireNonNullElse(maxErrorRate, DEFAULT_ERROR_RATE),
        Objects.requireNonNullElse(scoreTraining, false),
        Objects.requireNonNullElse(export, true));
  }

  static IllegalArgumentException misplacedFolds() {
    return new IllegalArgumentException(
        "outOfFold must be left out unless fit is train_and_validation and one model is trained");
  }

  static <T> T require(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
