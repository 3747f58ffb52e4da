package io.auricle.classic.model;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Our vectors as Tribuo's. Its columns are in the order of their names, so ours are padded. */
public final class TribuoData {
  private TribuoData() {}

  public static MutableDataset<Label> of(TrainingSet data, Scaler scaler) {
    LabelFactory factory = new LabelFactory();
    // A fixed description: a time stamp in it would make equal models different files.
    MutableDataset<Label> dataset =
        new MutableDataset<>(
            new SimpleDataSourceProvenance("auricle", OffsetDateTime.MIN, factory), factory);
    String[] names = names(data.columnCount());
    for (TrainingSet.Vector vector : data.examples()) {
      Label label = new Label(data.labels().get(vector.label()));
      dataset.add(new ArrayExample<>(label, names, scaler.apply(vector.values())));
    }
    return dataset;
  }

  static ArrayExample<Label> example(double[] scaled) {
    return new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names(scaled.length), scaled);
  }

  /** Costs of the classes by which all count alike, however many examples each has. */
  public static Map<Label, Float> balance(TrainingSet data) {
    Map<Label, Float> weights = new HashMap<>();
    for (int i = 0; i < data.labels().size(); i++) {
      int label = i;
      long count = data.examples().stream().filter(e -> e.label() == label).count();
      float weight = (float) data.examples().size() / (data.labels().size() * count);
      weights.put(new Label(data.labels().get(i)), weight);
    }
    return weights;
  }

  private static String[] names(int columns) {
    return IntStream.range(0, columns).mapToObj("c%05d"::formatted).toArray(String[]::new);
  }
}
