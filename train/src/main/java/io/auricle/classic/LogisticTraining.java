package io.auricle.classic;

import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import io.auricle.classic.model.LinearScores;
import io.auricle.classic.model.LogisticModel;
import io.auricle.classic.model.Scaler;
import io.auricle.classic.model.TrainingSet;
import io.auricle.classic.model.TribuoData;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

/** Trains logistic regression. */
final class LogisticTraining {
  private LogisticTraining() {}

  static LogisticModel train(LogisticOptions options, TrainingSet data, long seed) {
    Scaler scaler = Scaler.fit(options.scaling(), data);
    // LIBLINEAR writes its progress on stdout otherwise, among our results.
    Linear.disableDebugOutput();
    LibLinearClassificationTrainer trainer =
        new LibLinearClassificationTrainer(
            new LinearClassificationType(LinearType.L2R_LR),
            options.cost(),
            options.maxIterations(),
            options.tolerance(),
            seed);
    if (options.balanced()) {
      trainer.setLabelWeights(TribuoData.balance(data));
    }
    LibLinearClassificationModel trained =
        (LibLinearClassificationModel) trainer.train(TribuoData.of(data, scaler));
    Model learned = trained.getInnerModels().get(0);
    int columns = data.columnCount();
    int count = data.labels().size();
    double[][] weights = new double[columns][count];
    double[] bias = new double[count];
    for (int k = 0; k < count; k++) {
      int label =
          data.labels()
              .indexOf(trained.getOutputIDInfo().getOutput(learned.getLabels()[k]).getLabel());
      for (int c = 0; c < columns; c++) {
        weights[c][label] = learned.getDecfunCoef(c + 1, k);
      }
      // The last feature of LIBLINEAR's model is the bias.
      bias[label] = learned.getDecfunBias(k);
    }
    return new LogisticModel(data.labels(), new LinearScores(scaler, weights, bias), trained);
  }
}
