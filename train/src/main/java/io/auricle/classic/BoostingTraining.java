package io.auricle.classic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.TrainingSet;
import io.auricle.classic.model.TreeModel;
import io.auricle.classic.model.TreeNode;
import io.auricle.classic.model.TreeNode.Leaf;
import io.auricle.classic.model.TreeNode.Split;
import io.auricle.classic.model.TreeNode.Vote;
import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trains XGBoost and takes its trees. */
final class BoostingTraining {
  /** The version of the library. */
  static final String VERSION = "2.1.4";

  /** The largest difference between XGBoost's own scores and those of the trees taken from it. */
  private static final double TOLERANCE = 1e-5;

  private static final int CHECKED = 100;
  private static final int MANY = 10_000;

  private BoostingTraining() {}

  static ClassicModel train(BoostingOptions options, TrainingSet data, long seed) {
    int n = data.examples().size();
    int columns = data.columnCount();
    float[] values = new float[n * columns];
    float[] labels = new float[n];
    for (int e = 0; e < n; e++) {
      data.examples().get(e).values().copyTo(0, 1, values, e * columns);
      labels[e] = data.examples().get(e).label();
    }
    DMatrix matrix = null;
    Booster booster = null;
    try {
      BoostingLibrary.load();
      matrix = new DMatrix(values, n, columns, Float.NaN);
      matrix.setLabel(labels);
      booster =
          XGBoost.train(
              matrix, parameters(options, data, seed), options.rounds(), Map.of(), null, null);
      byte[] json = booster.toByteArray("json");
      TreeModel model =
          new TreeModel(
              data.labels(),
              columns,
              trees(json),
              TreeModel.Sum.LOGITS,
              folder -> Files.write(folder.resolve("xgboost.json"), json));
      check(model, data, booster.predict(matrix));
      return model;
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "XGBoost's library does not load; it needs the OpenMP library (libgomp, on macOS libomp):"
              + " "
              + e.getMessage(),
          e);
    } finally {
      if (booster != null) {
        booster.dispose();
      }
      if (matrix != null) {
        matrix.dispose();
      }
    }
  }

  private static Map<String, Object> parameters(
      BoostingOptions options, TrainingSet data, long seed) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("objective", "multi:softprob");
    parameters.put("num_class", data.labels().size());
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", options.maxDepth());
    parameters.put("eta", options.learningRate());
    parameters.put("subsample", options.subsample());
    parameters.put("colsample_bytree", options.columnsPerTree());
    parameters.put("max_bin", options.bins());
    parameters.put("min_child_weight", options.minChildWeight());
    parameters.put("lambda", options.penalty());
    parameters.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
    parameters.put("verbosity", 0);
    // Threads wait for each other busily: for few examples that costs more than they bring.
    int threads = data.examples().size() < MANY ? 1 : Runtime.getRuntime().availableProcessors();
    parameters.put("nthread", threads);
    return parameters;
  }

  /** Reads the trees of a model in XGBoost's JSON; the tree's label is the one it votes for. */
  private static List<TreeNode> trees(byte[] json) throws IOException {
    JsonNode model = new JsonMapper().readTree(json).at("/learner/gradient_booster/model");
    JsonNode trees = model.get("trees");
    JsonNode labels = model.get("tree_info");
    List<TreeNode> roots = new ArrayList<>();
    for (int tree = 0; tree < trees.size(); tree++) {
      roots.add(node(trees.get(tree), 0, labels.get(tree).intValue()));
    }
    return roots;
  }

  private static TreeNode node(JsonNode tree, int id, int label) {
    int left = tree.get("left_children").get(id).intValue();
    // The value of a leaf stands where that of a split would.
    float value = tree.get("split_conditions").get(id).floatValue();
    if (left < 0) {
      return new Leaf(List.of(new Vote(label, value)));
    }
    return new Split(
        tree.get("split_indices").get(id).intValue(),
        value,
        node(tree, left, label),
        node(tree, tree.get("right_children").get(id).intValue(), label));
  }

  private static void check(ClassicModel model, TrainingSet data, float[][] expected) {
    for (int e = 0; e < Math.min(CHECKED, expected.length); e++) {
      FeatureMatrix vector = data.examples().get(e).values();
      double[] scores = model.scores(vector);
      for (int i = 0; i < scores.length; i++) {
        if (!(Math.abs(scores[i] - expected[e][i]) <= TOLERANCE)) {
          throw new IllegalStateException(
              "score=%s of the trees taken from XGBoost must be its own, %s"
                  .formatted(scores[i], expected[e][i]));
        }
      }
    }
  }
}
