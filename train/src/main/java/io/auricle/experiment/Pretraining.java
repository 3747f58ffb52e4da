package io.auricle.experiment;

import io.auricle.network.NetworkCatalogue;
import io.auricle.network.NetworkSpec;
import io.auricle.neural.TrainingOptions;
import java.io.IOException;

/**
 * Another network that is trained before, on the same clips; the network of the recipe begins with
 * its layers (those before its heads) and with the weights that they got.
 *
 * @param description a name in the catalogue of networks, or a file ending in {@code .yaml}
 * @param training how; its seed is the experiment's
 * @param frozen whether these weights stay as they are
 */
public record Pretraining(String description, TrainingOptions training, boolean frozen) {
  public Pretraining {
    Experiment.require(description, "description");
    Experiment.require(training, "training");
  }

  /** Reads the description. */
  NetworkSpec network(int classes) throws IOException {
    return NetworkCatalogue.find(description, classes);
  }
}
