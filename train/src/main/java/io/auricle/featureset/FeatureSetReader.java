package io.auricle.featureset;

import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.custom.CustomOptions;
import io.auricle.feature.custom.FeaturePart;
import io.auricle.feature.custom.FrameFeatures;
import io.auricle.feature.set.FeatureSets;
import io.auricle.feature.statistics.Statistic;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the text of a feature set into its options. */
final class FeatureSetReader {
  private static final FrameOptions FRAMES = new FrameOptions(22_050, 2048, 512, true);
  private static final PartOptions PART = new PartOptions(0, FeaturePart.DELTA_FRAMES);

  private FeatureSetReader() {}

  /** The options of a part that are not its feature's; {@link FeaturePart} checks them. */
  record PartOptions(int deltas, int deltaFrames) {}

  /**
   * Reads a set.
   *
   * @throws YamlException with the line of a fault
   */
  static FeatureOptions read(String text) {
    YamlNode root = YamlNode.parse(text);
    Map<String, YamlNode> entries = new LinkedHashMap<>(root.entries());
    YamlNode set = entries.remove("set");
    YamlNode features = entries.remove("features");
    YamlNode name = entries.remove("name");
    if (set != null && features == null) {
      return changed(set, entries, root);
    }
    if (set != null || features == null) {
      throw root.fault("one of set and features must be given");
    }
    YamlNode statistics = entries.remove("statistics");
    List<String> valid = new ArrayList<>(List.of("name", "set", "features", "statistics"));
    valid.addAll(RecordReader.names(FRAMES));
    valid.addAll(RecordReader.names(PART));
    entries.forEach(
        (word, node) -> {
          if (!valid.contains(word)) {
            throw RecordReader.unknown(node, word, valid);
          }
        });
    PartOptions usual = RecordReader.read(PART, taken(entries, PART), root);
    FrameOptions frames = RecordReader.read(FRAMES, entries, root);
    List<Statistic> usualStatistics = statistics == null ? List.of() : statistics(statistics);
    List<FeaturePart> parts = new ArrayList<>();
    for (YamlNode item : features.items()) {
      FeaturePart part = part(item, usual, usualStatistics);
      blamed(item, () -> new CustomOptions("", frames, List.of(part)));
      parts.add(part);
    }
    return blamed(
        features, () -> new CustomOptions(name == null ? "custom" : name.text(), frames, parts));
  }

  /** A set of the catalogue with other options. */
  private static FeatureOptions changed(
      YamlNode set, Map<String, YamlNode> entries, YamlNode root) {
    if (!FeatureSets.names().contains(set.text())) {
      throw RecordReader.unknown(set, set.text(), List.copyOf(FeatureSets.names()));
    }
    Record options = (Record) FeatureSets.named(set.text());
    ReferenceHop.follow(entries, option -> RecordReader.text(options, option));
    return (FeatureOptions) RecordReader.read(options, entries, root);
  }

  private static FeaturePart part(
      YamlNode item, PartOptions usual, List<Statistic> usualStatistics) {
    if (item.isMap()) {
      if (item.entries().size() != 1) {
        throw item.fault("a feature must be one name with its options in braces");
      }
      Map.Entry<String, YamlNode> only = item.entries().entrySet().iterator().next();
      return part(item, only.getKey(), only.getValue().entries(), usual, usualStatistics);
    }
    return part(item, item.text(), Map.of(), usual, usualStatistics);
  }

  private static FeaturePart part(
      YamlNode item,
      String word,
      Map<String, YamlNode> given,
      PartOptions usual,
      List<Statistic> usualStatistics) {
    if (!FrameFeatures.names().contains(word)) {
      throw RecordReader.unknown(item, word, List.copyOf(FrameFeatures.names()));
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>(given);
    YamlNode statistics = entries.remove("statistics");
    PartOptions options = RecordReader.read(usual, taken(entries, usual), item);
    FrameFeature changed =
        (FrameFeature) RecordReader.read((Record) FrameFeatures.named(word), entries, item);
    return blamed(
        item,
        () ->
            new FeaturePart(
                changed,
                options.deltas(),
                options.deltaFrames(),
                statistics == null ? usualStatistics : statistics(statistics)));
  }

  /** Takes what belongs to other options out of the entries. */
  private static Map<String, YamlNode> taken(Map<String, YamlNode> entries, Record options) {
    Map<String, YamlNode> taken = new LinkedHashMap<>();
    for (String name : RecordReader.names(options)) {
      YamlNode node = entries.remove(name);
      if (node != null) {
        taken.put(name, node);
      }
    }
    return taken;
  }

  private static List<Statistic> statistics(YamlNode node) {
    List<YamlNode> items = node.isList() ? node.items() : List.of(node);
    return items.stream().map(item -> item.word("statistics", Statistic.class)).toList();
  }

  private interface Making<T> {
    T make();
  }

  /** What is made, or its fault with the line of a node. */
  private static <T> T blamed(YamlNode node, Making<T> making) {
    try {
      return making.make();
    } catch (YamlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw node.fault(String.valueOf(e.getMessage()));
    }
  }
}
