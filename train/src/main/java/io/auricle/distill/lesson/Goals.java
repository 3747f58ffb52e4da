package io.auricle.distill.lesson;

import io.auricle.distill.Distillation;
import io.auricle.distill.TeacherOptions;
import io.auricle.distill.TeacherOptions.Answer;
import io.auricle.network.Head;
import io.auricle.network.HeadTarget;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What each head of a network learns: the answer of a teacher, or labels.
 *
 * @param heads in the network's order
 */
record Goals(List<Goal> heads) {
  /**
   * What one head learns.
   *
   * @param teacher index of the teacher, -1 for labels
   * @param answer index of its answer
   * @param temperature of its probabilities
   * @param classes of a head of labels
   */
  record Goal(Head head, int teacher, int answer, double temperature, List<String> classes) {
    boolean probabilities() {
      return head.output() == Output.SIGMOID;
    }
  }

  Goals {
    heads = List.copyOf(heads);
  }

  /**
   * Joins a network, its teachers and labels.
   *
   * @throws IllegalArgumentException if a head has nothing to learn from, or another number of
   *     values than its teacher or labels, or an answer has no head
   */
  static Goals of(Distillation plan, NetworkSpec network, List<Teacher> teachers) {
    List<Goal> goals = new ArrayList<>();
    for (Head head : network.heads()) {
      Goal goal =
          head.target() == HeadTarget.TEACHER
              ? taught(head, teachers)
              : labelled(head, plan.labels());
      int wanted =
          goal.teacher() < 0
              ? goal.classes().size()
              : teachers.get(goal.teacher()).sizes().get(goal.answer());
      int given = network.outputShape(head).count();
      if (given != wanted) {
        throw new IllegalArgumentException(
            "head %s of network %s gives %d values, and must give %d, as many as it learns"
                .formatted(head.name(), network.name(), given, wanted));
      }
      goals.add(goal);
    }
    for (TeacherOptions teacher : plan.teachers()) {
      for (Answer answer : teacher.answers()) {
        if (goals.stream().noneMatch(goal -> goal.head().name().equals(answer.head()))) {
          throw new IllegalArgumentException(
              "teacher %s: head=%s must be one of network %s: %s"
                  .formatted(
                      teacher.name(),
                      answer.head(),
                      network.name(),
                      network.heads().stream().map(Head::name).toList()));
        }
      }
    }
    return new Goals(goals);
  }

  private static Goal taught(Head head, List<Teacher> teachers) {
    for (int teacher = 0; teacher < teachers.size(); teacher++) {
      List<Answer> answers = teachers.get(teacher).options().answers();
      for (int answer = 0; answer < answers.size(); answer++) {
        if (answers.get(answer).head().equals(head.name())) {
          return new Goal(head, teacher, answer, answers.get(answer).temperature(), List.of());
        }
      }
    }
    throw new IllegalArgumentException(
        "head %s has the target teacher, but no teacher's answer is for it".formatted(head.name()));
  }

  private static Goal labelled(Head head, Map<String, List<String>> labels) {
    if (head.target() != HeadTarget.LABELS || !labels.containsKey(head.name())) {
      throw new IllegalArgumentException(
          "head %s must have the target teacher, or labels with classes under labels.%s"
              .formatted(head.name(), head.name()));
    }
    return new Goal(head, -1, -1, 1, Objects.requireNonNull(labels.get(head.name())));
  }

  /**
   * The goal of a head of labels.
   *
   * @return shares of the classes that a sound has, or 1 for each that a sigmoid head should name;
   *     empty if it has none of them, which says nothing
   */
  static float[] ofLabels(Goal goal, List<String> labels) {
    List<String> known = labels.stream().filter(goal.classes()::contains).distinct().toList();
    if (known.isEmpty()) {
      return new float[0];
    }
    float[] values = new float[goal.classes().size()];
    for (String label : known) {
      values[goal.classes().indexOf(label)] = goal.probabilities() ? 1 : 1f / known.size();
    }
    return values;
  }
}
