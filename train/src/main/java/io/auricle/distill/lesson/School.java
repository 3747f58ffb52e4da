package io.auricle.distill.lesson;

import io.auricle.distill.Distillation;
import io.auricle.distill.TeacherOptions;
import io.auricle.distill.sound.PieceMaker;
import io.auricle.distill.sound.StoredSound;
import io.auricle.network.NetworkSpec;
import io.auricle.neural.batch.Lesson;
import io.auricle.neural.batch.LessonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The teachers of an experiment and the lessons that they give. Close it to end their work. */
public final class School implements AutoCloseable {
  /** Lessons by which answers are scaled. */
  private static final int SCALED_BY = 256;

  private final Distillation plan;
  private final List<Teacher> teachers;
  private final Goals goals;
  private final List<LessonPool> pools = new ArrayList<>();

  private School(Distillation plan, List<Teacher> teachers, Goals goals) {
    this.plan = plan;
    this.teachers = teachers;
    this.goals = goals;
  }

  /**
   * Opens the teachers.
   *
   * @throws IOException if one cannot be read
   * @throws IllegalArgumentException if teachers and heads of the network do not fit together
   */
  public static School open(Distillation plan, NetworkSpec network) throws IOException {
    List<Teacher> teachers = new ArrayList<>();
    try {
      for (TeacherOptions options : plan.teachers()) {
        teachers.add(Teacher.open(options));
      }
      return new School(plan, teachers, Goals.of(plan, network, teachers));
    } catch (IOException | RuntimeException e) {
      teachers.forEach(Teacher::close);
      throw e;
    }
  }

  /**
   * The names of the main head's values: those of its classes, or the labels of its teacher.
   *
   * @throws IllegalArgumentException if they are not known
   */
  public List<String> labels(NetworkSpec network) {
    Goals.Goal main = goals.heads().get(network.mainIndex());
    List<String> labels =
        main.teacher() < 0 ? main.classes() : teachers.get(main.teacher()).labels();
    if (labels.size() != network.outputs()) {
      throw new IllegalArgumentException(
          "head %s gives %d scores, but there are %d labels; give the teacher a file of labels"
              .formatted(main.head().name(), network.outputs(), labels.size()));
    }
    return labels;
  }

  /** What is taught and judged by. */
  public record Lessons(LessonSource source, List<Lesson> heldOut) {}

  /**
   * Prepares the lessons.
   *
   * @param scale file of the scale of the answers, written unless it is there
   */
  public Lessons lessons(List<StoredSound> learned, List<StoredSound> heldOut, Path scale)
      throws IOException {
    int rateHz = plan.input().features().sampleRateHz();
    int length = (int) Math.round(plan.lessons().seconds() * rateHz);
    PieceMaker pieces = new PieceMaker(learned, plan.changes(), rateHz, length);
    LessonMaker plain =
        new LessonMaker(pieces, plan.input(), teachers, goals, AnswerScale.plain(goals));
    AnswerScale answers;
    if (Files.exists(scale)) {
      answers = AnswerScale.read(goals, scale);
    } else {
      try (LessonPool first =
          new LessonPool(plain, goals, ~plan.seed(), SCALED_BY, plan.lessons().threads())) {
        answers = AnswerScale.of(goals, first.epoch(0));
      }
      answers.write(scale);
    }
    LessonMaker maker = plain.with(answers);
    LessonPool pool =
        new LessonPool(
            maker, goals, plan.seed(), plan.lessons().perEpoch(), plan.lessons().threads());
    pools.add(pool);
    int count = Math.min(plan.lessons().heldOut(), heldOut.size());
    List<Lesson> judged =
        IntStream.range(0, count)
            .mapToObj(i -> heldOut.get((int) ((long) i * heldOut.size() / count)))
            .parallel()
            .map(maker::judging)
            .toList();
    return new Lessons(pool, judged);
  }

  @Override
  public void close() {
    pools.forEach(LessonPool::close);
    teachers.forEach(Teacher::close);
  }
}
