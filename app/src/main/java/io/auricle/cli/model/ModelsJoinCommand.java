package io.auricle.cli.model;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.NetworkOutputs;
import io.auricle.bundle.SingleModel;
import io.auricle.cli.output.ExitCode;
import io.auricle.onnx.NetworkExporter;
import io.auricle.onnx.NetworkJoin;
import io.auricle.onnx.OnnxValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle models join}: models on one network share it. */
@Command(
    name = "join",
    description = {
      "Bring models together that were learned on the embedding of one network.",
      "The folder then holds the network once and a card for each model; classify --model with"
          + " several of them hears a file once for all."
    },
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ModelsJoinCommand implements Callable<Integer> {
  private static final String EMBEDDING = "embedding";
  private static final String NO_MUSIC = "no-music";

  @Parameters(index = "0", paramLabel = "NETWORK", description = "Bundle folder of the network.")
  private Path network;

  @Parameters(
      index = "1..*",
      paramLabel = "MODEL",
      description = "Bundle folders of models that were learned on it.")
  private List<Path> models = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder to write to; a folder for the network and each model is made in it.")
  private Path output;

  @Option(
      names = "--network-version",
      paramLabel = "TEXT",
      defaultValue = "1",
      description = "Only embeddings of the same version are compared (default: ${DEFAULT-VALUE}).")
  private String version;

  @Option(
      names = "--scores",
      paramLabel = "NAME",
      description = "Also a model of this name with the network's own scores.")
  private @Nullable String own;

  @Option(
      names = "--no-music",
      paramLabel = "DIR",
      description =
          "Model on the network, one of whose labels is \"no music\": it says how probable speech"
              + " and noise are.")
  private @Nullable Path noMusic;

  @Option(
      names = "--no-music-from",
      paramLabel = "SCORE",
      defaultValue = "0.5",
      description = "From which score on nothing is named (default: ${DEFAULT-VALUE}).")
  private double from;

  @Option(
      names = "--scores-from",
      paramLabel = "SCORE",
      description =
          "With --scores, of tags: from which score on each is given (default: what the network's"
              + " card says).")
  private @Nullable Double ownFrom;

  @Option(
      names = "--whole",
      description = "Keep weights in 32 bits; 16 take half the room and predict as fast.")
  private boolean whole;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Bundle first = Bundle.read(network);
    NetworkJoin join = NetworkJoin.of(first.model());
    Map<String, ModelCard> cards = new LinkedHashMap<>();
    if (own != null) {
      cards.put(own, own(first.card()).named(own));
    } else if (ownFrom != null) {
      throw usage("--scores-from=%s needs --scores=NAME".formatted(ownFrom));
    }
    String inside = embedding(first);
    for (Path folder : models) {
      Bundle bundle = requireSameInput(Bundle.read(folder), first);
      String name = bundle.card().about().name();
      add(join, name, inside, bundle);
      cards.put(name, bundle.card());
    }
    if (noMusic != null) {
      Bundle bundle = requireSameInput(Bundle.read(noMusic), first);
      int column = bundle.card().labels().indexOf("no music");
      if (column < 0) {
        throw usage("--no-music=%s must have the label \"no music\"".formatted(noMusic));
      }
      add(join, "kind-of-sound", inside, bundle);
      join.column(NO_MUSIC, "kind-of-sound", column);
    }
    join.value(EMBEDDING, inside);
    join.outputs().stream()
        .filter(output -> !wanted(output, cards.keySet()))
        .forEach(join::without);
    write(first, join, cards);
    return ExitCode.DONE;
  }

  /** Whether a model reads an output; other heads of the network only taught it. */
  private boolean wanted(String output, Set<String> names) {
    boolean scores = own != null && output.equals(NetworkExporter.OUTPUT);
    return scores || output.equals(EMBEDDING) || output.equals(NO_MUSIC) || names.contains(output);
  }

  private void write(Bundle first, NetworkJoin join, Map<String, ModelCard> cards)
      throws IOException {
    String name = first.card().about().name();
    InputOptions input = first.single().input();
    Path shared = output.resolve(name);
    Files.createDirectories(shared);
    Files.write(shared.resolve("model.onnx"), join.toBytes(!whole));
    for (Map.Entry<String, ModelCard> entry : cards.entrySet()) {
      NetworkOutputs outputs =
          new NetworkOutputs(
              name,
              version,
              name,
              entry.getKey().equals(own) ? NetworkExporter.OUTPUT : entry.getKey(),
              EMBEDDING,
              noMusic == null ? null : NO_MUSIC,
              noMusic == null ? null : from);
      BundleWriter.writeReader(
          output.resolve(entry.getKey()),
          entry.getValue().withKind(new SingleModel(input, outputs)));
    }
    spec.commandLine().getErr().println("auricle: wrote " + output);
  }

  /** The card of the network's own scores, its tags given from another score on. */
  private ModelCard own(ModelCard card) {
    if (ownFrom == null) {
      return card;
    }
    if (!card.scores().tags()) {
      throw usage("--scores-from=%s is for tags; the network names one label".formatted(ownFrom));
    }
    try {
      return card.withScores(
          card.scores().withThresholds(Collections.nCopies(card.labels().size(), ownFrom)));
    } catch (IllegalArgumentException e) {
      throw usage("--scores-from=%s: %s".formatted(ownFrom, e.getMessage()));
    }
  }

  private void add(NetworkJoin join, String name, String inside, Bundle bundle) throws IOException {
    try {
      join.add(name, inside, bundle.model());
    } catch (IllegalArgumentException e) {
      throw usage(bundle.location() + ": " + e.getMessage());
    }
  }

  private Bundle requireSameInput(Bundle bundle, Bundle first) throws BundleException {
    if (!bundle.single().input().equals(first.single().input())) {
      throw usage("%s must take the input of %s".formatted(bundle.location(), first.location()));
    }
    return bundle;
  }

  /** What models stand on. */
  private String embedding(Bundle first) throws IOException {
    return OnnxValues.of(first.model())
        .embedding()
        .orElseThrow(
            () ->
                usage(
                    "%s must be a network that ends in a dense layer, for models to stand on"
                        .formatted(first.location())));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
