package io.auricle.teach;

import io.auricle.audio.DecodeException;
import io.auricle.audio.Excerpt;
import io.auricle.audio.Excerpts;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.Bundles;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.NetworkOutputs;
import io.auricle.bundle.SingleModel;
import io.auricle.feature.FeatureMatrix;
import io.auricle.onnx.NetworkJoin;
import io.auricle.onnx.OnnxValues;
import io.auricle.predict.TrackFeatures;
import io.auricle.predict.onnx.ValueReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The network that hears for what is taught. Thread-safe. */
public final class TaughtNetwork implements AutoCloseable {
  private static final String SCORES = "taught";

  private final ModelCard card;
  private final byte[] model;
  private final InputOptions input;
  private final NetworkOutputs outputs;
  private final String embedding;
  private final OnnxValues values;
  private final ValueReader reader;
  private final AudioDecoder decoder;

  private TaughtNetwork(
      ModelCard card, byte[] model, InputOptions input, NetworkOutputs outputs, String embedding) {
    this.card = card;
    this.model = model;
    this.input = input;
    this.outputs = outputs;
    this.embedding = embedding;
    this.values = OnnxValues.of(model);
    this.reader = ValueReader.open(values.giving(embedding), input);
    this.decoder = AudioDecoder.of(DecodeOptions.at(input.features().sampleRateHz()));
  }

  /**
   * Opens the network of a model.
   *
   * @param nameOrFolder of a bundle that reads a network with an embedding
   * @throws IllegalArgumentException if it has none
   */
  public static TaughtNetwork open(String nameOrFolder) throws IOException {
    Bundle bundle = Bundles.find(nameOrFolder);
    if (!(bundle.card().kind() instanceof SingleModel single)
        || single.outputs() == null
        || single.outputs().embedding() == null) {
      throw new IllegalArgumentException(
          "%s must be a model whose network gives an embedding, such as %s"
              .formatted(nameOrFolder, Bundles.DEFAULT_NAME));
    }
    String embedding = single.outputs().embedding();
    return new TaughtNetwork(
        bundle.card(), bundle.model(), single.input(), single.outputs(), embedding);
  }

  /** The card of the model that was opened. */
  ModelCard card() {
    return card;
  }

  /**
   * What it makes of the segments of each clip of a file that is not silent; long files are heard
   * by excerpts.
   *
   * @param seconds how long the file is, if that is known
   */
  public List<List<FeatureMatrix>> hear(Path file, OptionalDouble seconds) throws DecodeException {
    if (Excerpts.USUAL.suit(seconds)) {
      List<Excerpt> parts = Excerpts.USUAL.of(seconds.getAsDouble());
      try (SampleStream stream = decoder.open(file, parts)) {
        return hear(stream, file);
      } catch (DecodeException e) {
        // Shorter than it says, or damaged there: what is wrong shows when all of it is heard.
      }
    }
    try (SampleStream stream = decoder.open(file)) {
      return hear(stream, file);
    }
  }

  private List<List<FeatureMatrix>> hear(SampleStream stream, Path file) throws DecodeException {
    List<List<FeatureMatrix>> clips = new ArrayList<>();
    for (FeatureMatrix clip : TrackFeatures.extract(stream, file, input)) {
      clips.add(
          reader.read(clip).stream().map(row -> FeatureMatrix.of(1, row.length, row)).toList());
    }
    return clips;
  }

  /** The network with a head on its embedding, which also still gives that. */
  byte[] with(byte[] head) {
    NetworkJoin join = NetworkJoin.of(model);
    join.add(SCORES, embedding, values.followedBy(embedding, head));
    @Nullable String noMusic = outputs.noMusic();
    Set<String> wanted =
        noMusic == null ? Set.of(SCORES, embedding) : Set.of(SCORES, embedding, noMusic);
    join.outputs().stream().filter(output -> !wanted.contains(output)).forEach(join::without);
    return join.toBytes(false);
  }

  /** How a bundle with {@link #with} is read. */
  SingleModel kind() {
    return new SingleModel(
        input,
        new NetworkOutputs(
            outputs.name(),
            outputs.version(),
            null,
            SCORES,
            outputs.embedding(),
            outputs.noMusic(),
            outputs.noMusicFrom()));
  }

  @Override
  public void close() {
    reader.close();
  }
}
