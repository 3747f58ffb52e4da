package io.auricle.distill.lesson;

import io.auricle.audio.Signal;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.Bundles;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.SingleModel;
import io.auricle.distill.TeacherOptions;
import io.auricle.feature.FeatureExtractor;
import io.auricle.predict.onnx.NamedOutputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A network that answers what it hears in a piece of sound. Thread-safe. */
final class Teacher implements AutoCloseable {
  private final TeacherOptions options;
  private final InputOptions input;
  private final FeatureExtractor extractor;
  private final NamedOutputs outputs;
  private final List<String> labels;

  private Teacher(
      TeacherOptions options, InputOptions input, NamedOutputs outputs, List<String> labels) {
    this.options = options;
    this.input = input;
    this.extractor = input.features().extractor();
    this.outputs = outputs;
    this.labels = List.copyOf(labels);
  }

  /**
   * Opens a teacher.
   *
   * @throws IOException if its files cannot be read, or are no model with these outputs
   */
  public static Teacher open(TeacherOptions options) throws IOException {
    List<String> names = options.answers().stream().map(TeacherOptions.Answer::output).toList();
    List<String> labels = new ArrayList<>();
    InputOptions input = options.input();
    byte[] model;
    String location;
    if (input == null) {
      Bundle bundle = Bundles.find(String.valueOf(options.bundle()));
      if (!(bundle.card().kind() instanceof SingleModel single)) {
        throw new IOException(
            bundle.location() + " is an ensemble; a teacher must be a single model");
      }
      input = single.input();
      model = bundle.model();
      location = bundle.location();
      labels.addAll(bundle.card().labels());
    } else {
      location = String.valueOf(options.model());
      model = Files.readAllBytes(Path.of(location));
    }
    if (options.labels() != null) {
      labels.clear();
      labels.addAll(Files.readAllLines(Path.of(options.labels())));
    }
    return new Teacher(options, input, NamedOutputs.open(model, location, input, names), labels);
  }

  public TeacherOptions options() {
    return options;
  }

  /** The rate that pieces must have. */
  public int sampleRateHz() {
    return input.features().sampleRateHz();
  }

  /** Names of its scores; empty if they are not known. */
  public List<String> labels() {
    return labels;
  }

  /** Number of values of each answer, in the order of the options. */
  public List<Integer> sizes() {
    return outputs.sizes();
  }

  /** Its answers to a piece, heard at as many random places as the options say. */
  List<float[]> answer(Signal piece, RandomGenerator random) {
    int heard = heard(piece);
    if (options.places() == 0) {
      return answerAll(piece);
    }
    int[] starts = new int[options.places()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = random.nextInt(piece.length() - heard + 1);
    }
    return mean(piece, starts, heard);
  }

  /** Its answers to a piece, heard from the start to the end. */
  List<float[]> answerAll(Signal piece) {
    int heard = heard(piece);
    int[] starts = new int[piece.length() / heard];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i * heard;
    }
    return mean(piece, starts, heard);
  }

  /** Samples that it hears at a time. */
  private int heard(Signal piece) {
    long clip = Math.round(input.clipSeconds() * sampleRateHz());
    return (int) Math.max(1, Math.min(piece.length(), clip));
  }

  private List<float[]> mean(Signal piece, int[] starts, int heard) {
    List<List<float[]>> rows = new ArrayList<>();
    for (int start : starts) {
      Signal part = heard == piece.length() ? piece : piece.slice(start, start + heard);
      rows.addAll(outputs.of(extractor.extract(part)));
    }
    List<float[]> means = new ArrayList<>();
    for (int answer = 0; answer < outputs.sizes().size(); answer++) {
      float[] mean = new float[outputs.sizes().get(answer)];
      for (List<float[]> row : rows) {
        float[] values = row.get(answer);
        for (int i = 0; i < mean.length; i++) {
          mean[i] += values[i] / rows.size();
        }
      }
      means.add(mean);
    }
    return means;
  }

  @Override
  public void close() {
    outputs.close();
  }
}
