package io.auricle.classic;

import io.auricle.classic.model.GroupFolds;
import io.auricle.classic.model.PairScores;
import io.auricle.classic.model.Scaler;
import io.auricle.classic.model.SvmCalibration;
import io.auricle.classic.model.SvmMargins;
import io.auricle.classic.model.SvmModel;
import io.auricle.classic.model.SvmVotes;
import io.auricle.classic.model.TrainingSet;
import io.auricle.classic.model.TribuoData;
import java.util.ArrayList;
import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import org.tribuo.classification.Label;
import org.tribuo.classification.libsvm.LibSVMClassificationModel;
import org.tribuo.classification.libsvm.LibSVMClassificationTrainer;
import org.tribuo.classification.libsvm.SVMClassificationType;
import org.tribuo.classification.libsvm.SVMClassificationType.SVMMode;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.SVMParameters;

/**
 * Trains a one-against-one support vector machine and fits the way from its margins to
 * probabilities on held-out groups of the training data.
 */
final class SvmTraining {
  private SvmTraining() {}

  static SvmModel train(SvmOptions options, TrainingSet data, long seed) {
    return fit(
        options, data, seed, options.votes() ? new SvmVotes() : calibrate(options, data, seed));
  }

  private static SvmModel fit(SvmOptions options, TrainingSet data, long seed, PairScores pairs) {
    SVMParameters<Label> parameters =
        new SVMParameters<>(new SVMClassificationType(SVMMode.C_SVC), KernelType.RBF);
    Scaler scaler = Scaler.fit(options.scaling(), data);
    double gamma = options.gammaOf(data, scaler);
    parameters.setGamma(gamma);
    parameters.setCost(options.cost());
    // LibSVM writes its progress on stdout otherwise, among our results.
    svm.svm_set_print_string_function(text -> {});
    LibSVMClassificationTrainer trainer = new LibSVMClassificationTrainer(parameters, seed);
    if (options.balanced()) {
      trainer.setLabelWeights(TribuoData.balance(data));
    }
    LibSVMClassificationModel trained =
        (LibSVMClassificationModel) trainer.train(TribuoData.of(data, scaler));
    svm_model inner = trained.getInnerModels().get(0);
    int[] classes = new int[inner.nr_class];
    for (int i = 0; i < classes.length; i++) {
      Label label = trained.getOutputIDInfo().getOutput(inner.label[i]);
      classes[i] = data.labels().indexOf(label.getLabel());
    }
    SvmMargins margins = SvmMargins.of(inner, gamma, data.columnCount());
    return new SvmModel(data.labels(), scaler, margins, classes, pairs, trained);
  }

  /** Margins of examples that their model has not seen, whatever group they are of. */
  private static SvmCalibration calibrate(SvmOptions options, TrainingSet data, long seed) {
    int[] folds = GroupFolds.of(data, seed);
    List<double[]> margins = new ArrayList<>();
    List<Integer> references = new ArrayList<>();
    for (int fold = 0; fold < GroupFolds.COUNT; fold++) {
      List<TrainingSet.Vector> learned = examples(data, folds, fold, false);
      if (learned.stream().map(TrainingSet.Vector::label).distinct().count()
          < data.labels().size()) {
        continue;
      }
      SvmModel model =
          fit(options, new TrainingSet(data.labels(), learned), seed, SvmCalibration.NONE);
      for (TrainingSet.Vector example : examples(data, folds, fold, true)) {
        margins.add(model.pairMargins(example.values()));
        references.add(example.label());
      }
    }
    return SvmCalibration.fit(margins, references, data.labels().size());
  }

  private static List<TrainingSet.Vector> examples(
      TrainingSet data, int[] folds, int fold, boolean inside) {
    List<TrainingSet.Vector> examples = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      if ((folds[i] == fold) == inside) {
        examples.add(data.examples().get(i));
      }
    }
    return examples;
  }
}
