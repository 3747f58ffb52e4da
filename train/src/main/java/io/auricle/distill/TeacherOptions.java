package io.auricle.distill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.bundle.InputOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A network that answers: a bundle, or an ONNX file with its input.
 *
 * @param name for people
 * @param bundle folder of a bundle or name of a bundled model
 * @param model an {@code .onnx} file, in its place
 * @param input what the model takes; a lesson is heard in pieces of its {@code clipSeconds}
 * @param labels file with the names of its scores, a line each; needed of the teacher of the main
 *     head unless it is a bundle
 * @param origin where it is from and its licence, for the record of the run
 * @param places random places of a lesson at which it is asked, its answers being averaged; 0 for
 *     all that fit one behind the other, which is the default
 * @param share of the lessons that it is asked about, above 0 and at most 1; 1 if left out. Its
 *     heads learn nothing from the others, so that a teacher that costs much may be asked seldom
 * @param answers what is learned of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeacherOptions(
    String name,
    @Nullable String bundle,
    @Nullable String model,
    @Nullable InputOptions input,
    @Nullable String labels,
    @Nullable String origin,
    int places,
    Double share,
    List<Answer> answers) {
  /**
   * One output and the head that learns it.
   *
   * @param output its name in the model
   * @param head of the network. A sigmoid head learns probabilities; a linear one the values less
   *     their mean over their deviation, so that its loss is the share of their variance that it
   *     does not explain
   * @param temperature that logits of probabilities are divided by; 1 if left out
   */
  public record Answer(String output, String head, Double temperature) {
    public Answer {
      Distillation.require(output, "output");
      Distillation.require(head, "head");
      temperature = temperature == null ? 1.0 : temperature;
      if (!(temperature > 0 && Double.isFinite(temperature))) {
        throw new IllegalArgumentException("temperature=" + temperature + " must be above 0");
      }
    }
  }

  public TeacherOptions {
    Distillation.require(name, "name");
    if ((bundle == null) == (model == null)) {
      throw new IllegalArgumentException(
          "teacher %s: one of bundle and model must be given".formatted(name));
    }
    if ((model == null) == (input != null)) {
      throw new IllegalArgumentException(
          "teacher %s: input must be given with model, and left out with bundle".formatted(name));
    }
    if (places < 0) {
      throw new IllegalArgumentException("places=" + places + " must be 0 or more");
    }
    share = share == null ? 1.0 : share;
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "teacher %s: share=%s must be above 0 and at most 1".formatted(name, share));
    }
    if (answers == null || answers.isEmpty()) {
      throw new IllegalArgumentException(
          "teacher %s: answers must have one at least".formatted(name));
    }
    answers = List.copyOf(answers);
    Set<String> outputs = new HashSet<>();
    for (Answer answer : answers) {
      if (!outputs.add(answer.output())) {
        throw new IllegalArgumentException(
            "teacher %s: output=%s must be learned once".formatted(name, answer.output()));
      }
    }
  }
}
