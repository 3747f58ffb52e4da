package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.GroupFolds;
import io.auricle.classic.model.PlattScaling;
import io.auricle.classic.model.RestSvmModel;
import io.auricle.classic.model.Scaler;
import io.auricle.classic.model.SvmMargins;
import io.auricle.classic.model.TagSet;
import io.auricle.classic.model.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.jspecify.annotations.Nullable;

/**
 * Trains a support vector machine for each label against the rest, or for each tag, on one kernel
 * that all share, and fits the way from margins to probabilities on held-out groups of the training
 * data. Of tags whose shares are known, machines of regression learn those (epsilon-SVR).
 */
final class RestSvmTraining {
  private static final double CACHE_MEGABYTES = 100;
  private static final double TOLERANCE = 1e-3;

  /** What a share may be off without a price; opinions of few listeners are not surer. */
  private static final double SHARE_TOLERANCE = 0.1;

  private final SvmOptions options;
  private final KernelRows kernel;
  private final int[] folds;

  private RestSvmTraining(SvmOptions options, KernelRows kernel, int[] folds) {
    this.options = options;
    this.kernel = kernel;
    this.folds = folds;
  }

  /** A machine: a coefficient for each example, 0 if it is no support vector. */
  private record Machine(List<Double> coefficients, double offset) {}

  /** What one machine learns. */
  private static final class Target {
    private final boolean[] sides;
    private final double @Nullable [] shares;

    /**
     * @param sides whether each example is of the label
     * @param shares how far, if that is learned
     */
    Target(boolean[] sides, double @Nullable [] shares) {
      this.sides = sides;
      this.shares = shares;
    }

    double value(int example) {
      return shares == null ? (sides[example] ? 1 : -1) : shares[example];
    }
  }

  static ClassicModel train(SvmOptions options, TrainingSet data, long seed) {
    List<Target> targets = new ArrayList<>();
    for (int label = 0; label < data.labels().size(); label++) {
      boolean[] sides = new boolean[data.examples().size()];
      for (int e = 0; e < sides.length; e++) {
        sides[e] = data.examples().get(e).label() == label;
      }
      targets.add(new Target(sides, null));
    }
    return train(options, data, targets, data.labels(), false, seed);
  }

  static ClassicModel train(SvmOptions options, TagSet data, long seed) {
    boolean soft = data.soft();
    if (soft && options.balanced()) {
      throw new IllegalArgumentException(
          "balanced=true must be false where shares are learned; set learn: tags");
    }
    List<Target> targets = new ArrayList<>();
    for (int tag = 0; tag < data.tags().size(); tag++) {
      targets.add(new Target(data.sides(tag), soft ? data.shares(tag) : null));
    }
    return train(options, data.unlabelled(), targets, data.tags(), true, seed);
  }

  private static ClassicModel train(
      SvmOptions options,
      TrainingSet data,
      List<Target> targets,
      List<String> labels,
      boolean tags,
      long seed) {
    svm.svm_set_print_string_function(text -> {});
    Scaler scaler = Scaler.fit(options.scaling(), data);
    double[][] vectors =
        data.examples().stream().map(e -> scaler.apply(e.values())).toArray(double[][]::new);
    RestSvmTraining training =
        new RestSvmTraining(
            options,
            KernelRows.of(vectors, options.gammaOf(data, scaler)),
            GroupFolds.of(data, seed));
    List<Machine> machines = targets.stream().parallel().map(training::fit).toList();
    List<PlattScaling> calibrations = targets.stream().parallel().map(training::calibrate).toList();
    return new RestSvmModel(labels, scaler, training.margins(machines), calibrations, tags);
  }

  private Machine fit(Target target) {
    return fit(target, IntStream.range(0, folds.length).toArray());
  }

  private Machine fit(Target target, int[] examples) {
    svm_problem problem = new svm_problem();
    problem.l = examples.length;
    problem.x = Arrays.stream(examples).mapToObj(kernel::row).toArray(svm_node[][]::new);
    problem.y = Arrays.stream(examples).mapToDouble(target::value).toArray();
    boolean shares = target.shares != null;
    svm_model model = svm.svm_train(problem, parameters(problem.y, shares));
    // LibSVM's first class, which margins above 0 speak for, is that of the first example.
    int sign = shares || model.label[0] == 1 ? 1 : -1;
    Double[] coefficients = new Double[folds.length];
    Arrays.fill(coefficients, 0.0);
    for (int v = 0; v < model.l; v++) {
      coefficients[examples[model.sv_indices[v] - 1]] = sign * model.sv_coef[0][v];
    }
    return new Machine(List.of(coefficients), -sign * model.rho[0]);
  }

  private svm_parameter parameters(double[] sides, boolean shares) {
    svm_parameter parameter = new svm_parameter();
    parameter.svm_type = shares ? svm_parameter.EPSILON_SVR : svm_parameter.C_SVC;
    parameter.p = SHARE_TOLERANCE;
    parameter.kernel_type = kernel.type();
    parameter.gamma = kernel.gamma();
    parameter.C = options.cost();
    parameter.cache_size = CACHE_MEGABYTES;
    parameter.eps = TOLERANCE;
    parameter.shrinking = 1;
    parameter.weight_label = new int[0];
    parameter.weight = new double[0];
    if (options.balanced()) {
      double positive = Arrays.stream(sides).filter(side -> side > 0).count();
      parameter.nr_weight = 2;
      parameter.weight_label = new int[] {1, -1};
      parameter.weight =
          new double[] {
            sides.length / (2 * positive), sides.length / (2 * (sides.length - positive))
          };
    }
    return parameter;
  }

  /** Margins of examples that their machine has not seen, whatever group they are of. */
  private PlattScaling calibrate(Target target) {
    double[] margins = new double[folds.length];
    boolean[] known = new boolean[folds.length];
    for (int fold = 0; fold < GroupFolds.COUNT; fold++) {
      int held = fold;
      int[] learned = IntStream.range(0, folds.length).filter(e -> folds[e] != held).toArray();
      long positive = Arrays.stream(learned).filter(e -> target.sides[e]).count();
      if (positive == 0 || positive == learned.length) {
        continue;
      }
      Machine machine = fit(target, learned);
      for (int e = 0; e < folds.length; e++) {
        if (folds[e] == fold) {
          margins[e] = margin(machine, e);
          known[e] = true;
        }
      }
    }
    int[] held = IntStream.range(0, folds.length).filter(e -> known[e]).toArray();
    boolean[] sides = new boolean[held.length];
    for (int i = 0; i < held.length; i++) {
      sides[i] = target.sides[held[i]];
    }
    return PlattScaling.fit(Arrays.stream(held).mapToDouble(e -> margins[e]).toArray(), sides);
  }

  private double margin(Machine machine, int example) {
    double margin = machine.offset();
    for (int v = 0; v < folds.length; v++) {
      double coefficient = machine.coefficients().get(v);
      if (coefficient != 0) {
        margin += coefficient * kernel.kernel(example, v);
      }
    }
    return margin;
  }

  /** All machines as one, without the examples that support none of them. */
  private SvmMargins margins(List<Machine> machines) {
    int[] support =
        IntStream.range(0, folds.length)
            .filter(v -> machines.stream().anyMatch(m -> m.coefficients().get(v) != 0))
            .toArray();
    double[][] vectors = Arrays.stream(support).mapToObj(kernel::vector).toArray(double[][]::new);
    double[][] coefficients =
        Arrays.stream(support)
            .mapToObj(v -> machines.stream().mapToDouble(m -> m.coefficients().get(v)).toArray())
            .toArray(double[][]::new);
    double[] offsets = machines.stream().mapToDouble(Machine::offset).toArray();
    return new SvmMargins(kernel.gamma(), vectors, coefficients, offsets);
  }
}
