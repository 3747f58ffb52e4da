package io.auricle.distill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.bundle.About;
import io.auricle.bundle.InputOptions;
import io.auricle.experiment.NetworkRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment with teachers, as written in its YAML file. Teachers and network hear the same
 * sound, changed and mixed anew for each lesson (function matching, Beyer et al. 2022,
 * arXiv:2106.05237).
 *
 * @param about of the model that comes out; its name names the run folder
 * @param seed of everything random
 * @param input of the network; its clips are those of the finished model
 * @param start run folder of an earlier training of the same network, or a bundle with one of the
 *     same layers before its heads, whose weights this one starts from instead of random ones; so a
 *     training that was ended is made longer, or its learning rate brought down
 * @param lessons how many, how long
 * @param teachers one at least
 * @param labels classes of the heads that learn labels, by the head's name; none if left out
 * @param data the sound
 * @param changes what happens to the sound; nothing if left out
 * @param network what learns: each head whose target is another network from one of the answers,
 *     each whose target are labels from those
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Distillation(
    About about,
    long seed,
    @Nullable String start,
    InputOptions input,
    LessonOptions lessons,
    List<TeacherOptions> teachers,
    Map<String, List<String>> labels,
    List<SoundOptions> data,
    ChangeOptions changes,
    NetworkRecipe network) {
  /** The key by which such a file is told from other experiments. */
  public static final String KEY = "teachers";

  public Distillation {
    require(about, "about");
    require(input, "input");
    input.requireRepeated();
    require(lessons, "lessons");
    require(network, "network");
    teachers = filled(teachers, KEY);
    data = filled(data, "data");
    labels = labels == null ? Map.of() : new LinkedHashMap<>(labels);
    changes = changes == null ? ChangeOptions.none() : changes;
  }

  static void require(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  private static <T> List<T> filled(@Nullable List<T> values, String name) {
    if (values == null || values.isEmpty()) {
      throw new IllegalArgumentException(name + " must have one at least");
    }
    return List.copyOf(values);
  }
}
