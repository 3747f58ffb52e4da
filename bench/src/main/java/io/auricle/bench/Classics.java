package io.auricle.bench;

import com.sun.management.OperatingSystemMXBean;
import io.auricle.classic.BoostingOptions;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.ForestOptions;
import io.auricle.classic.LogisticOptions;
import io.auricle.classic.NeighbourOptions;
import io.auricle.classic.SvmOptions;
import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.TrainingSet;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.table.FeatureTable;
import io.auricle.dataset.table.FeatureTableFile;
import io.auricle.dataset.table.PieceKey;
import io.auricle.feature.FeatureMatrix;
import io.auricle.predict.onnx.OnnxOutput;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Prints {@code name processor-seconds wall-seconds} for each classical model: trained on a whole
 * feature table, written as ONNX, all rows predicted. In a fresh process, so that loading and
 * compiling count.
 */
final class Classics {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Classics() {}

  public static void main(String[] args) throws DatasetException {
    FeatureTable table = FeatureTableFile.read(Path.of(args[0]));
    List<String> labels =
        List.copyOf(new TreeSet<>(table.rows().stream().map(Classics::label).toList()));
    int columns = table.columns().size();
    float[] inputs = new float[table.rows().size() * columns];
    List<TrainingSet.Vector> vectors = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      for (int c = 0; c < columns; c++) {
        inputs[r * columns + c] = (float) table.at(r, c);
      }
      float[] row = new float[columns];
      System.arraycopy(inputs, r * columns, row, 0, columns);
      PieceKey key = table.rows().get(r);
      vectors.add(
          new TrainingSet.Vector(
              key.track().value(), labels.indexOf(label(key)), FeatureMatrix.of(1, columns, row)));
    }
    TrainingSet data = new TrainingSet(labels, vectors);
    List<ClassicOptions> five =
        List.of(
            new LogisticOptions(0.3, 1000, 1e-4, false),
            new ForestOptions(500, 5, 0, 0),
            new BoostingOptions(500, 5, 0.1, 0.8, 1.0, 64, 1.0, 1.0),
            new SvmOptions(1.0, 0.0, false, SvmOptions.Scheme.ONE_VS_REST),
            new NeighbourOptions(7, NeighbourOptions.Weights.DISTANCE));
    for (ClassicOptions options : five) {
      long processor = SYSTEM.getProcessCpuTime();
      long wall = System.nanoTime();
      ClassicModel model = options.train(data, 1);
      float[] scores = OnnxOutput.of(model.toOnnx(), List.of(columns), inputs);
      System.out.printf(
          "%s %.3f %.3f%n",
          options.kind(),
          (SYSTEM.getProcessCpuTime() - processor) / 1e9,
          (System.nanoTime() - wall) / 1e9);
      Objects.checkIndex(0, scores.length);
    }
  }

  private static String label(PieceKey key) {
    return Objects.requireNonNull(key.label(), key.fileName()).name();
  }
}
