package io.auricle.distill.lesson;

import io.auricle.audio.Signal;
import io.auricle.bundle.InputOptions;
import io.auricle.distill.sound.Piece;
import io.auricle.distill.sound.PieceMaker;
import io.auricle.distill.sound.StoredSound;
import io.auricle.dsp.resample.Resampler;
import io.auricle.dsp.resample.ResamplerFilter;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.neural.batch.Lesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes lessons: a piece of sound, what the network hears of it and what its teachers say.
 * Thread-safe.
 */
final class LessonMaker {
  private final PieceMaker pieces;
  private final InputOptions input;
  private final FeatureExtractor extractor;
  private final List<Teacher> teachers;
  private final Goals goals;
  private final AnswerScale scale;
  private final Map<Integer, ResamplerFilter> filters = new HashMap<>();

  LessonMaker(
      PieceMaker pieces,
      InputOptions input,
      List<Teacher> teachers,
      Goals goals,
      AnswerScale scale) {
    this.pieces = pieces;
    this.input = input;
    this.extractor = input.features().extractor();
    this.teachers = List.copyOf(teachers);
    this.goals = goals;
    this.scale = scale;
    int rateHz = input.features().sampleRateHz();
    for (Teacher teacher : teachers) {
      if (teacher.sampleRateHz() != rateHz) {
        filters.put(teacher.sampleRateHz(), ResamplerFilter.of(rateHz, teacher.sampleRateHz()));
      }
    }
  }

  /** The same with other goals. */
  LessonMaker with(AnswerScale other) {
    return new LessonMaker(pieces, input, teachers, goals, other);
  }

  /** A lesson of random sound, always the same for its seed. */
  Lesson make(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return lesson(pieces.make(random), random, false);
  }

  /** The middle of a sound, of which teachers hear all. */
  Lesson judging(StoredSound sound) {
    return lesson(pieces.middle(sound), new SplittableRandom(0), true);
  }

  private Lesson lesson(Piece piece, SplittableRandom random, boolean whole) {
    Map<Integer, Signal> signals = new HashMap<>();
    signals.put(piece.signal().sampleRateHz(), piece.signal());
    List<List<float[]>> answers = new ArrayList<>();
    for (Teacher teacher : teachers) {
      if (!whole && random.nextDouble() >= teacher.options().share()) {
        answers.add(List.of());
        continue;
      }
      Signal heard =
          signals.computeIfAbsent(
              teacher.sampleRateHz(), rateHz -> resampled(piece.signal(), rateHz));
      answers.add(whole ? teacher.answerAll(heard) : teacher.answer(heard, random));
    }
    float[][] wanted = new float[goals.heads().size()][];
    for (int head = 0; head < wanted.length; head++) {
      Goals.Goal goal = goals.heads().get(head);
      if (goal.teacher() < 0) {
        wanted[head] =
            Goals.ofLabels(goal, piece.labels().getOrDefault(goal.head().name(), List.of()));
      } else {
        List<float[]> answer = answers.get(goal.teacher());
        wanted[head] =
            answer.isEmpty() ? new float[0] : scale.goal(head, answer.get(goal.answer()));
      }
    }
    return new Lesson(input(piece.worse()), wanted);
  }

  private Signal resampled(Signal signal, int rateHz) {
    ResamplerFilter filter = filters.get(rateHz);
    if (filter == null) {
      throw new IllegalArgumentException("rateHz=" + rateHz + " must be one of a teacher");
    }
    return Signal.of(Resampler.resample(signal.toArray(), filter), rateHz);
  }

  /** What the network hears: {@code [bands][frames]}. */
  private float[] input(Signal signal) {
    FeatureMatrix matrix = extractor.extract(signal);
    int frames = input.segmentFrames();
    if (matrix.frameCount() < frames) {
      throw new IllegalArgumentException(
          "segmentFrames=%d must be at most %d, the frames of a lesson"
              .formatted(frames, matrix.frameCount()));
    }
    float[] values = new float[frames * matrix.columnCount()];
    for (int band = 0; band < matrix.columnCount(); band++) {
      for (int frame = 0; frame < frames; frame++) {
        values[band * frames + frame] = matrix.at(frame, band);
      }
    }
    return values;
  }
}
