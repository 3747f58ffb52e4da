package io.auricle.classic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * Trains a support vector machine for each label against the rest, on one kernel that all share,
 * and fits the way from margins to probabilities on held-out groups of the training data.
 */
final class RestSvmTraining {
  private static final double CACHE_MEGABYTES = 100;
  private static final double TOLERANCE = 1e-3;

  private final SvmOptions options;
  private final KernelRows kernel;
  private final int[] labels;
  private final int[] folds;

  private RestSvmTraining(SvmOptions options, KernelRows kernel, int[] labels, int[] folds) {
    this.options = options;
    this.kernel = kernel;
    this.labels = labels;
    this.folds = folds;
  }

  /** A machine: a coefficient for each example, 0 if it is no support vector. */
  private record Machine(List<Double> coefficients, double offset) {}

  static ClassicModel train(SvmOptions options, TrainingSet data, long seed) {
    svm.svm_set_print_string_function(text -> {});
    Scaler scaler = Scaler.fit(data);
    double[][] vectors =
        data.examples().stream().map(e -> scaler.apply(e.values())).toArray(double[][]::new);
    int[] labels = data.examples().stream().mapToInt(TrainingSet.Vector::label).toArray();
    RestSvmTraining training =
        new RestSvmTraining(
            options,
            KernelRows.of(vectors, options.gammaOf(data.columnCount())),
            labels,
            GroupFolds.of(data, seed));
    List<Machine> machines =
        IntStream.range(0, data.labels().size()).parallel().mapToObj(training::fit).toList();
    List<PlattScaling> calibrations =
        IntStream.range(0, data.labels().size()).parallel().mapToObj(training::calibrate).toList();
    return new RestSvmModel(data.labels(), scaler, training.margins(machines), calibrations);
  }

  private Machine fit(int label) {
    return fit(label, IntStream.range(0, labels.length).toArray());
  }

  private Machine fit(int label, int[] examples) {
    svm_problem problem = new svm_problem();
    problem.l = examples.length;
    problem.x = Arrays.stream(examples).mapToObj(kernel::row).toArray(svm_node[][]::new);
    problem.y = Arrays.stream(examples).mapToDouble(e -> labels[e] == label ? 1 : -1).toArray();
    svm_model model = svm.svm_train(problem, parameters(problem.y));
    // LibSVM's first class, which margins above 0 speak for, is that of the first example.
    int sign = model.label[0] == 1 ? 1 : -1;
    Double[] coefficients = new Double[labels.length];
    Arrays.fill(coefficients, 0.0);
    for (int v = 0; v < model.l; v++) {
      coefficients[examples[model.sv_indices[v] - 1]] = sign * model.sv_coef[0][v];
    }
    return new Machine(List.of(coefficients), -sign * model.rho[0]);
  }

  private svm_parameter parameters(double[] sides) {
    svm_parameter parameter = new svm_parameter();
    parameter.svm_type = svm_parameter.C_SVC;
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
  private PlattScaling calibrate(int label) {
    double[] margins = new double[labels.length];
    boolean[] known = new boolean[labels.length];
    for (int fold = 0; fold < GroupFolds.COUNT; fold++) {
      int held = fold;
      int[] learned = IntStream.range(0, labels.length).filter(e -> folds[e] != held).toArray();
      long positive = Arrays.stream(learned).filter(e -> labels[e] == label).count();
      if (positive == 0 || positive == learned.length) {
        continue;
      }
      Machine machine = fit(label, learned);
      for (int e = 0; e < labels.length; e++) {
        if (folds[e] == fold) {
          margins[e] = margin(machine, e);
          known[e] = true;
        }
      }
    }
    int[] held = IntStream.range(0, labels.length).filter(e -> known[e]).toArray();
    boolean[] sides = new boolean[held.length];
    for (int i = 0; i < held.length; i++) {
      sides[i] = labels[held[i]] == label;
    }
    return PlattScaling.fit(Arrays.stream(held).mapToDouble(e -> margins[e]).toArray(), sides);
  }

  private double margin(Machine machine, int example) {
    double margin = machine.offset();
    for (int v = 0; v < labels.length; v++) {
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
        IntStream.range(0, labels.length)
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
