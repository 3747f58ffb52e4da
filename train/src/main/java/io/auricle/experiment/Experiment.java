package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.bundle.About;
import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.InputOptions;
import io.auricle.classic.ClassicOptions;
import io.auricle.split.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as written in its YAML file: what to learn, from what, and how.
 *
 * @param about of the model that comes out; its name names the run folder
 * @param labels the classes; tracks with others are left out. Of tags those that are learned, all
 *     that the data have if left out
 * @param tags given if a track has any number of labels, which are then called tags
 * @param seed of everything random
 * @param input the way from a track to the model's input; null for an ensemble
 * @param data the sources; null or empty for an ensemble
 * @param model what is trained: exactly one of its parts
 * @param fit what the final model learns from
 * @param calibrate whether the temperature of the scores is fitted on the validation part
 * @param outOfFold how the tracks that are learned from are dealt into folds, each scored by a
 *     model of the others: validation scores and temperature then come from all of them; null to
 *     take them from the validation part alone
 * @param certainty share of the answers that should be right where the model says that it is sure,
 *     in (0, 1]; 0.75 if left out. The score from which on it says so is chosen on the validation
 *     part, after the temperature. Not for tags
 * @param maxErrorRate share of the files that may fail, in [0, 1]; 0.05 if left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Experiment(
    About about,
    List<String> labels,
    @Nullable TagOptions tags,
    long seed,
    @Nullable InputOptions input,
    List<SourceOptions> data,
    Recipe model,
    Fit fit,
    boolean calibrate,
    @Nullable FoldOptions outOfFold,
    Double certainty,
    Double maxErrorRate) {
  private static final double DEFAULT_CERTAINTY = 0.75;
  private static final double DEFAULT_ERROR_RATE = 0.05;

  /** What the final model learns from. */
  public enum Fit {
    /** The training part. */
    TRAIN,
    /**
     * Training and validation parts: after everything was chosen and calibrated with a model of the
     * training part, another is trained on both.
     */
    TRAIN_AND_VALIDATION;

    /** All parts that something is learned from. */
    public List<Part> parts() {
      return this == TRAIN ? List.of(Part.TRAIN) : List.of(Part.TRAIN, Part.VALIDATION);
    }
  }

  /**
   * What is trained; exactly one is given.
   *
   * @param classic a classical model on vectors
   * @param crops random crops added to each clip that a classical model learns from; only for
   *     statistics of a spectrogram
   * @param embedding for a classical model: folder of the bundle of a network, whose layers before
   *     the last make the vectors, see {@code trainer.Embedding}
   * @param without for a classical model: columns of the features that it does not hear, with
   *     {@code *} for any characters; none if left out
   * @param network a network
   * @param ensemble earlier runs that answer together
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Recipe(
      @Nullable ClassicOptions classic,
      Integer crops,
      @Nullable String embedding,
      List<String> without,
      @Nullable NetworkRecipe network,
      @Nullable EnsembleRecipe ensemble) {
    public Recipe {
      int given =
          (classic == null ? 0 : 1) + (network == null ? 0 : 1) + (ensemble == null ? 0 : 1);
      if (given != 1) {
        throw new IllegalArgumentException(
            "one of classic, network and ensemble must be given, not " + given);
      }
      crops = crops == null ? 0 : crops;
      if (crops < 0 || (crops > 0 && classic == null)) {
        throw new IllegalArgumentException(
            "crops=" + crops + " must be 0 or more, and 0 unless the model is classic");
      }
      if (embedding != null && (classic == null || crops > 0)) {
        throw new IllegalArgumentException(
            "embedding="
                + embedding
                + " must be left out unless the model is classic, without crops");
      }
      without = without == null ? List.of() : List.copyOf(without);
      if (!without.isEmpty() && (classic == null || embedding != null)) {
        throw new IllegalArgumentException(
            "without="
                + without
                + " must be left out unless the model is classic and hears features by name");
      }
    }
  }

  public Experiment {
    require(about, "about");
    require(model, "model");
    labels = labels == null ? List.of() : List.copyOf(labels);
    if (tags == null && labels.size() < 2) {
      throw new IllegalArgumentException("labels=" + labels + " must be at least two");
    }
    if (tags != null) {
      requireTags(model, labels);
    }
    data = data == null ? List.of() : List.copyOf(data);
    fit = fit == null ? Fit.TRAIN : fit;
    if (model.ensemble() == null && (input == null || data.isEmpty())) {
      throw new IllegalArgumentException(
          "input and data must be given unless model is an ensemble");
    }
    if (outOfFold != null && (fit == Fit.TRAIN || model.ensemble() != null)) {
      throw new IllegalArgumentException(
          "outOfFold must be left out unless fit is train_and_validation and one model is trained");
    }
    certainty = certainty == null ? DEFAULT_CERTAINTY : certainty;
    if (!(certainty > 0 && certainty <= 1)) {
      throw new IllegalArgumentException("certainty=" + certainty + " must be in (0, 1]");
    }
    if (maxErrorRate == null) {
      maxErrorRate = DEFAULT_ERROR_RATE;
    }
    if (!(maxErrorRate >= 0 && maxErrorRate <= 1)) {
      throw new IllegalArgumentException("maxErrorRate=" + maxErrorRate + " must be in [0, 1]");
    }
  }

  private static void requireTags(Recipe model, List<String> labels) {
    NetworkRecipe network = model.network();
    if (network != null && network.balance() > 0) {
      throw new IllegalArgumentException(
          "balance=%s must be 0 for tags; tags has sampling".formatted(network.balance()));
    }
    EnsembleRecipe ensemble = model.ensemble();
    if (ensemble != null && ensemble.combination() == Combination.VOTE) {
      throw new IllegalArgumentException("combination=vote must be mean for tags");
    }
    if (ensemble != null && labels.isEmpty()) {
      throw new IllegalArgumentException("labels are missing; take those of the members");
    }
  }

  /** The same with these labels. */
  public Experiment withLabels(List<String> others) {
    return new Experiment(
        about,
        others,
        tags,
        seed,
        input,
        data,
        model,
        fit,
        calibrate,
        outOfFold,
        certainty,
        maxErrorRate);
  }

  static void require(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }
}
