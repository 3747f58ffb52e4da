package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.experiment.task.Task;
import io.auricle.network.NetworkCatalogue;
import io.auricle.network.NetworkSpec;
import io.auricle.neural.option.AudioChanges;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.yaml.Needed;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A network to be trained.
 *
 * @param description a name in the catalogue of networks, or a file ending in {@code .yaml}
 * @param variables values of the description's {@code ${name:default}}, by name; none if left out
 * @param training how; its seed is the experiment's
 * @param balance how far rare classes are drawn more often, in [0, 1]: a class of n clips is drawn
 *     in proportion to {@code n^(1 - balance)}; 0 if left out
 * @param pretraining what it starts from; from random weights if left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkRecipe(
    @Needed String description,
    Map<String, String> variables,
    @Needed TrainingOptions training,
    Double balance,
    @Nullable Pretraining pretraining)
    implements ModelRecipe {
  public NetworkRecipe {
    balance = balance == null ? 0.0 : balance;
    variables = variables == null ? Map.of() : new TreeMap<>(variables);
    if (!(balance >= 0 && balance <= 1)) {
      throw new IllegalArgumentException("balance=" + balance + " must be in [0, 1]");
    }
  }

  @Override
  public void require(Task task) {
    task.requireBalance(balance);
  }

  @Override
  public int epochs() {
    return training.length().epochs();
  }

  @Override
  public AudioChanges changes() {
    return training.augmentation().audio();
  }

  /** Reads the description. */
  public NetworkSpec network(int classes) throws IOException {
    return NetworkCatalogue.find(description, classes, variables);
  }

  public TrainingOptions training(long seed) {
    return training.withSeed(seed);
  }
}
