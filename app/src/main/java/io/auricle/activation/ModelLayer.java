package io.auricle.activation;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.Ensemble;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.NetworkOutputs;
import io.auricle.feature.FeatureMatrix;
import io.auricle.onnx.OnnxValues;
import io.auricle.predict.TrackFeatures;
import io.auricle.predict.onnx.ValueReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An inner layer of a model, as a way to make points of tracks: {@code input}, {@code logits} (what
 * goes into the softmax), {@code scores}, {@code embedding} where the card names one, or the name
 * of any value of the ONNX graph. Thread-safe.
 */
public final class ModelLayer implements AutoCloseable {
  private static final int NAMED = 40;

  private final String name;
  private final List<String> labels;
  private final InputOptions input;
  private final AudioDecoder decoder;
  private final @Nullable ValueReader reader;

  private ModelLayer(
      String name, List<String> labels, InputOptions input, @Nullable ValueReader reader) {
    this.name = name;
    this.labels = labels;
    this.input = input;
    this.decoder = AudioDecoder.of(DecodeOptions.at(input.features().sampleRateHz()));
    this.reader = reader;
  }

  /**
   * Opens a layer.
   *
   * @param name of the layer; for an ensemble a member and its layer, as {@code genre-svm/logits}
   * @throws BundleException if the model has no such layer or does not load
   */
  public static ModelLayer open(Bundle bundle, String name) throws BundleException {
    return bundle.card().kind() instanceof Ensemble ensemble
        ? member(bundle, ensemble, name)
        : single(bundle, name);
  }

  private static ModelLayer member(Bundle bundle, Ensemble ensemble, String name)
      throws BundleException {
    List<String> folders = ensemble.members().stream().map(Ensemble.Member::folder).toList();
    for (int i = 0; i < folders.size(); i++) {
      if (name.startsWith(folders.get(i) + "/")) {
        return single(bundle.members().get(i), name.substring(folders.get(i).length() + 1));
      }
    }
    throw new BundleException(
        bundle.location(),
        "layer=%s must begin with a member of the ensemble, as %s/%s; there are %s"
            .formatted(name, folders.get(0), name, String.join(", ", folders)));
  }

  private static ModelLayer single(Bundle bundle, String name) throws BundleException {
    InputOptions input = bundle.single().input();
    List<String> labels = bundle.card().labels();
    if (name.equals("input")) {
      return new ModelLayer(name, labels, input, null);
    }
    try {
      OnnxValues values = OnnxValues.of(bundle.model());
      String value = value(bundle, values, name);
      return new ModelLayer(name, labels, input, ValueReader.open(values.giving(value), input));
    } catch (IllegalArgumentException e) {
      throw new BundleException(bundle.location(), "layer " + name + ": " + e.getMessage(), e);
    }
  }

  private static String value(Bundle bundle, OnnxValues values, String name)
      throws BundleException {
    NetworkOutputs network = bundle.single().outputs();
    String scores = network == null ? values.scores() : network.scores();
    if (network != null && name.equals("embedding") && network.embedding() != null) {
      return network.embedding();
    }
    if (name.equals("scores")) {
      return scores;
    }
    if (values.names().contains(name)) {
      return name;
    }
    List<String> names = values.names();
    String some =
        String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
            + (names.size() > NAMED ? " ..." : "");
    if (name.equals("logits")) {
      return values
          .logits(scores)
          .orElseThrow(
              () ->
                  new BundleException(
                      bundle.location(),
                      "layer=logits: the model does not end in a softmax or sigmoid; its values"
                          + " are "
                          + some));
    }
    throw new BundleException(
        bundle.location(),
        "layer=%s must be input, logits, scores%s or one of the model's values: %s"
            .formatted(name, network == null ? "" : ", embedding", some));
  }

  public String name() {
    return name;
  }

  /** The way from a track to the model. */
  public InputOptions input() {
    return input;
  }

  /** Names for the values of the layer: features, labels or places. */
  List<String> columns(int width) {
    List<String> features = input.features().extractor().columns();
    if (reader == null && features.size() == width) {
      return features;
    }
    return width == labels.size()
        ? labels
        : IntStream.range(0, width).mapToObj(i -> name + "[" + i + "]").toList();
  }

  /** The layer's values for each segment of an audio file. */
  public List<float[]> read(Path file) throws DecodeException {
    try (SampleStream stream = decoder.open(file)) {
      List<float[]> rows = new ArrayList<>();
      for (FeatureMatrix clip : TrackFeatures.extract(stream, file, input)) {
        rows.addAll(read(clip));
      }
      return rows;
    }
  }

  /** The layer's values for each segment of a clip. */
  public List<float[]> read(FeatureMatrix clip) {
    return reader == null ? ValueReader.inputs(clip, input) : reader.read(clip);
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
