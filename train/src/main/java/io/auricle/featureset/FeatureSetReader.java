package io.auricle.featureset;

import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.custom.CustomOptions;
import io.auricle.feature.custom.FeaturePart;
import io.auricle.feature.custom.FrameFeatures;
import io.auricle.feature.set.FeatureSets;
import io.auricle.feature.statistics.Statistic;
import io.auricle.yaml.Nearest;
import io.auricle.yaml.YamlBinder;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlFaults;
import io.auricle.yaml.YamlKeys;
import io.auricle.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the text of a feature set into its options. */
final class FeatureSetReader {
  private static final YamlBinder BINDER = new YamlBinder();
  private static final Common USUAL =
      new Common(
          "custom",
          new FrameOptions(22_050, 2048, 512, true),
          0,
          FeaturePart.DELTA_FRAMES,
          List.of());

  private FeatureSetReader() {}

  /** What stands beside the features; the last three are those of features that say nothing. */
  record Common(
      String name, FrameOptions frames, int deltas, int deltaFrames, List<Statistic> statistics) {}

  /**
   * Reads a set.
   *
   * @throws YamlException with the lines of all faults
   */
  static FeatureOptions read(String text) {
    YamlNode root = YamlNode.parse(text);
    Map<String, YamlNode> entries = root.entries("");
    YamlNode set = entries.remove("set");
    YamlNode features = entries.remove("features");
    if (set != null && features == null) {
      entries.remove("name");
      return changed(BINDER, set, entries, root, "");
    }
    if (set != null || features == null) {
      throw root.fault("one of set and features must be given");
    }
    YamlFaults faults = new YamlFaults();
    Optional<Common> given =
        faults.of(() -> BINDER.changed(USUAL, entries, Set.of("set", "features"), root, ""));
    Common common = given.orElse(USUAL);
    List<FeaturePart> parts =
        features.items("features").stream()
            .flatMap(item -> faults.of(() -> part(item, common, given.isPresent())).stream())
            .toList();
    faults.check();
    return features.making("", () -> new CustomOptions(common.name(), common.frames(), parts));
  }

  /** Features within another file. */
  static FeatureOptions embedded(YamlBinder binder, YamlNode node, String name) {
    if (node.isScalar()) {
      return FeatureSetFile.named(node.text(name));
    }
    Map<String, YamlNode> entries = node.entries(name);
    YamlNode set = entries.remove("set");
    if (set == null) {
      throw node.fault(
          "%s.set is missing; it must be one of %s".formatted(name, FeatureSets.names()));
    }
    return set.isScalar() && set.text("set").equals("custom")
        ? binder.made(CustomOptions.class, node, name, entries)
        : changed(binder, set, entries, node, name);
  }

  /** A feature of a set that was put together, with all its options. */
  static FrameFeature feature(YamlBinder binder, YamlNode node, String name) {
    Map<String, YamlNode> entries = node.entries(name);
    YamlNode kind = entries.remove("kind");
    if (kind == null) {
      throw node.fault(
          "%s.kind is missing; it must be one of %s".formatted(name, FrameFeatures.names()));
    }
    if (!FrameFeatures.names().contains(kind.text("kind"))) {
      throw kind.noneOf(name + ".kind", FrameFeatures.names());
    }
    Record usual = (Record) FrameFeatures.named(kind.text("kind"));
    return (FrameFeature) binder.changed(usual, entries, Set.of("kind"), node, name);
  }

  /** A set of the catalogue with other options. */
  private static FeatureOptions changed(
      YamlBinder binder, YamlNode set, Map<String, YamlNode> entries, YamlNode place, String name) {
    String key = YamlKeys.path(name, "set");
    if (!FeatureSets.names().contains(set.text(key))) {
      throw set.noneOf(key, FeatureSets.names());
    }
    Record options = (Record) FeatureSets.named(set.text(key));
    ReferenceHop.follow(entries, options);
    return (FeatureOptions) binder.changed(options, entries, Set.of("set"), place, name);
  }

  private static FeaturePart part(YamlNode item, Common common, boolean framed) {
    String word;
    Map<String, YamlNode> options = Map.of();
    if (item.isMap()) {
      Map<String, YamlNode> only = item.entries("a feature");
      if (only.size() != 1) {
        throw item.fault("a feature must be one name with its options in braces");
      }
      word = only.keySet().iterator().next();
      options = only.values().iterator().next().entries(word);
    } else {
      word = item.text("a feature");
    }
    if (!FrameFeatures.names().contains(word)) {
      throw item.fault(
          "there is no feature %s; did you mean %s? There are %s"
              .formatted(word, Nearest.of(word, FrameFeatures.names()), FrameFeatures.names()));
    }
    FrameFeature feature = FrameFeatures.named(word);
    FeaturePart part =
        BINDER.changed(
            new FeaturePart(feature, common.deltas(), common.deltaFrames(), common.statistics()),
            options,
            Set.of(),
            item,
            word);
    // Options that do not go with the frames show before there are others.
    return framed
        ? item.making(word, () -> new CustomOptions("", common.frames(), List.of(part)))
            .parts()
            .get(0)
        : part;
  }
}
