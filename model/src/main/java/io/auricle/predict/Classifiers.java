package io.auricle.predict;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.Bundles;
import io.auricle.predict.onnx.OnnxModel;
import java.io.IOException;

/** Loads models. */
public final class Classifiers {
  private Classifiers() {}

  /**
   * Starts what runs the networks in the background, for a program that is about to load its first
   * model: that then waits less. Never needed; what goes wrong is said by the loading.
   */
  public static void prepare() {
    OnnxModel.prepare();
  }

  /**
   * Loads a bundled model by name, or one in a folder.
   *
   * @param nameOrFolder for instance {@code genre} or {@code runs/my-model/model}
   * @throws BundleException if it is missing, incomplete, newer than this program or does not fit
   *     its card
   */
  public static Classifier load(String nameOrFolder) throws IOException {
    return load(nameOrFolder, ScoringLimits.DEFAULT);
  }

  /**
   * The same with other limits; the first empty segment is scored under them, too.
   *
   * @throws BundleException as above
   */
  public static Classifier load(String nameOrFolder, ScoringLimits limits) throws IOException {
    return load(Bundles.find(nameOrFolder), limits);
  }

  /**
   * Loads the model of a bundle.
   *
   * @throws BundleException as above
   */
  public static Classifier load(Bundle bundle) throws BundleException {
    return load(bundle, ScoringLimits.DEFAULT);
  }

  /**
   * The same with other limits.
   *
   * @throws BundleException as above
   */
  public static Classifier load(Bundle bundle, ScoringLimits limits) throws BundleException {
    return Classifier.open(bundle, limits);
  }
}
