package io.auricle.experiment.trainer;

import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ScoreOptions;
import io.auricle.feature.FeatureMatrix;
import io.auricle.network.TrainedNetwork;
import io.auricle.neural.NetworkPredictor;
import io.auricle.predict.ScoreRule;
import io.auricle.predict.onnx.Segments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network on the engine that trained it: the mean of what it says of a track's segments. */
final class NetworkScorer implements TrackScorer {
  private final InputOptions input;
  private final int outputs;
  private final ScoreRule rule;
  private final NetworkPredictor predictor;

  NetworkScorer(TrainedNetwork trained, InputOptions input, ScoreOptions scores) {
    this.input = input;
    this.outputs = trained.network().outputs();
    this.rule = ScoreRule.of(scores);
    this.predictor = NetworkPredictor.of(trained);
  }

  @Override
  public List<Double> scores(List<FeatureMatrix> clips) {
    double[] sum = new double[outputs];
    int segments = 0;
    for (FeatureMatrix clip : clips) {
      Segments cut = Segments.of(clip, input);
      float[] rows = predictor.predict(cut.tensor(), cut.count());
      for (int segment = 0; segment < cut.count(); segment++) {
        int from = segment * outputs;
        double[] scores = rule.probabilities(Arrays.copyOfRange(rows, from, from + outputs));
        for (int i = 0; i < outputs; i++) {
          sum[i] += scores[i];
        }
      }
      segments += cut.count();
    }
    List<Double> mean = new ArrayList<>();
    for (double value : sum) {
      mean.add(value / segments);
    }
    return mean;
  }

  @Override
  public void close() {
    predictor.close();
  }
}
