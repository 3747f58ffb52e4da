package io.auricle.classic;

import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tribuo.Tribuo;

/** A trained classical model. Immutable and thread-safe. */
public interface ClassicModel {
  /** The version of the library that trains. */
  static String tribuoVersion() {
    return Tribuo.VERSION;
  }

  /** The classes, in the order of the scores. */
  List<String> labels();

  /** The scores of one vector: they sum to 1. */
  double[] scores(FeatureMatrix vector);

  /** The model as ONNX: input {@code features [n, columns]}, output {@code scores [n, labels]}. */
  byte[] toOnnx();

  /** Writes what Tribuo trained in Tribuo's own format. */
  void saveTribuo(Path file) throws IOException;
}
