package io.auricle.foreign;

import io.auricle.bundle.About;
import io.auricle.bundle.ClipFit;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.featureset.FeatureSetFile;
import io.auricle.foreign.ForeignCard.Activation;
import io.auricle.text.TextFile;
import io.auricle.yaml.Needed;
import io.auricle.yaml.YamlBinder;
import io.auricle.yaml.YamlFile;
import io.auricle.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A card in our own words: {@code examples/models/*.yaml}.
 *
 * @param labels a list, or a file beside the card with one a line
 */
record YamlCard(
    @Needed String title,
    @Nullable String description,
    @Nullable String intendedUse,
    @Nullable String limits,
    @Needed String licence,
    @Needed String origin,
    @Needed Labels labels,
    @Nullable InputOptions input,
    @Nullable String scores,
    @Needed Activation values,
    @Nullable String embedding) {
  private static final YamlBinder BINDER =
      new YamlBinder()
          .reads(Labels.class, (binder, node, name) -> Labels.of(node, name))
          .reads(InputOptions.class, Input::of);

  /** What the input of a model is; the segments of what says nothing else lie side by side. */
  record Input(
      @Needed String features,
      double clipSeconds,
      int segmentFrames,
      @Nullable Integer segmentHopFrames,
      @Needed InputLayout layout,
      @Nullable ClipFit clipFit) {
    static InputOptions of(YamlBinder binder, YamlNode node, String name) {
      return binder.made(Input.class, node, name, node.entries(name)).options();
    }

    private InputOptions options() {
      return new InputOptions(
              FeatureSetFile.named(features),
              clipSeconds,
              segmentFrames,
              segmentHopFrames == null ? segmentFrames : segmentHopFrames,
              layout)
          .with(clipFit == null ? ClipFit.REPEATED : clipFit);
    }
  }

  private record Labels(List<String> words, @Nullable String file) {
    static Labels of(YamlNode node, String name) {
      return node.isList()
          ? new Labels(node.items(name).stream().map(item -> item.text(name)).toList(), null)
          : new Labels(List.of(), node.text(name));
    }

    List<String> beside(Path card) throws IOException {
      return file == null
          ? words
          : TextFile.read(card.resolveSibling(file), TextFile.MOST_BYTES_WRITTEN)
              .lines()
              .map(String::strip)
              .filter(l -> !l.isEmpty())
              .toList();
    }
  }

  /**
   * Reads a card.
   *
   * @param name of the bundle that the model becomes
   * @throws IOException if the file of the labels cannot be read
   * @throws io.auricle.yaml.YamlException with the lines of what is wrong
   */
  static ForeignCard read(Path file, String name) throws IOException {
    YamlCard card = YamlFile.read(file, text -> BINDER.read(YamlNode.parse(text), YamlCard.class));
    return new ForeignCard(
        card.about(name),
        card.labels.beside(file),
        Optional.ofNullable(card.input),
        Optional.ofNullable(card.scores),
        card.values,
        Optional.ofNullable(card.embedding));
  }

  private About about(String name) {
    return new About(
        name,
        title,
        Objects.requireNonNullElse(description, title),
        Objects.requireNonNullElse(intendedUse, "As its makers say."),
        Objects.requireNonNullElse(limits, "Not measured here."),
        licence,
        origin);
  }
}
