package io.auricle.classic;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;

/** Trains multinomial logistic regression. */
final class LogisticTraining {
  // Held here, or the collector forgets the level with the logger.
  private static final Logger TRAINER_LOG = Logger.getLogger(AbstractSGDTrainer.class.getName());

  private LogisticTraining() {}

  static ClassicModel train(LogisticOptions options, TrainingSet data, long seed) {
    TRAINER_LOG.setLevel(Level.WARNING);
    Scaler scaler = Scaler.fit(data);
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(
            new LogMulticlass(),
            new AdaGrad(options.learningRate()),
            options.epochs(),
            Integer.MAX_VALUE,
            options.batchSize(),
            seed);
    LinearSGDModel trained = trainer.train(TribuoData.of(data, scaler));
    DenseMatrix learned = trained.getWeightsCopy();
    int columns = data.columnCount();
    double[][] weights = new double[columns][data.labels().size()];
    double[] bias = new double[data.labels().size()];
    for (int id = 0; id < bias.length; id++) {
      String name = trained.getOutputIDInfo().getOutput(id).getLabel();
      int label = data.labels().indexOf(name);
      for (int c = 0; c < columns; c++) {
        weights[c][label] = learned.get(id, c);
      }
      bias[label] = learned.get(id, columns);
    }
    return new LogisticModel(data.labels(), scaler, weights, bias, trained);
  }
}
