package io.auricle.foreign;

import io.auricle.bundle.About;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.featureset.FeatureSetFile;
import io.auricle.foreign.ForeignCard.Activation;
import io.auricle.text.TextFile;
import io.auricle.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A card in our own words: {@code examples/models/*.yaml}. */
final class YamlCard {
  private static final List<String> KEYS =
      List.of(
          "title",
          "description",
          "intendedUse",
          "limits",
          "licence",
          "origin",
          "labels",
          "input",
          "scores",
          "values",
          "embedding");
  private static final List<String> INPUT =
      List.of("features", "clipSeconds", "segmentFrames", "segmentHopFrames", "layout");

  private YamlCard() {}

  /**
   * Reads a card.
   *
   * @param name of the bundle that the model becomes
   * @throws IOException with the line of what is wrong
   */
  static ForeignCard read(Path file, String name) throws IOException {
    YamlNode root = YamlNode.parse(TextFile.read(file, TextFile.MOST_BYTES_WRITTEN));
    Map<String, YamlNode> card = root.entries("the card", KEYS);
    String title = root.needed("the card", card, "title").text();
    About about =
        new About(
            name,
            title,
            text(card, "description", title),
            text(card, "intendedUse", "As its makers say."),
            text(card, "limits", "Not measured here."),
            root.needed("the card", card, "licence").text(),
            root.needed("the card", card, "origin").text());
    YamlNode labels = root.needed("the card", card, "labels");
    return new ForeignCard(
        about,
        labels.isList()
            ? labels.items().stream().map(YamlNode::text).toList()
            : lines(file.resolveSibling(labels.text())),
        Optional.ofNullable(card.get("input")).map(YamlCard::input),
        Optional.ofNullable(card.get("scores")).map(YamlNode::text),
        root.needed("the card", card, "values").word("values", Activation.class),
        Optional.ofNullable(card.get("embedding")).map(YamlNode::text));
  }

  private static String text(Map<String, YamlNode> card, String key, String otherwise) {
    return Optional.ofNullable(card.get(key)).map(YamlNode::text).orElse(otherwise);
  }

  private static List<String> lines(Path file) throws IOException {
    return TextFile.read(file, TextFile.MOST_BYTES_WRITTEN)
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .toList();
  }

  private static InputOptions input(YamlNode node) {
    Map<String, YamlNode> input = node.entries("input", INPUT);
    int frames = node.needed("input", input, "segmentFrames").integer("segmentFrames");
    YamlNode hop = input.get("segmentHopFrames");
    try {
      return new InputOptions(
          FeatureSetFile.named(node.needed("input", input, "features").text()),
          node.needed("input", input, "clipSeconds").number("clipSeconds"),
          frames,
          hop == null ? frames : hop.integer("segmentHopFrames"),
          node.needed("input", input, "layout").word("layout", InputLayout.class));
    } catch (IllegalArgumentException e) {
      throw node.fault(String.valueOf(e.getMessage()));
    }
  }
}
