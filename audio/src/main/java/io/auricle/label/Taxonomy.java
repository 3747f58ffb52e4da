package io.auricle.label;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A closed set of labels in a fixed order, and the other words by which they are known. Words are
 * compared by their letters and digits alone, so {@code Hip-Hop}, {@code hip hop} and {@code
 * hiphop} are one.
 *
 * @param name of the set, for instance {@code genre}
 * @param labels at least one, each once, in the order of score vectors
 * @param aliases other words, each with the label it stands for
 */
public record Taxonomy(String name, List<Label> labels, Map<String, Label> aliases) {
  /** The ten genres of the GTZAN collection, in alphabetical order. */
  public static final Taxonomy GTZAN =
      new Taxonomy(
          "gtzan",
          named(
              "blues",
              "classical",
              "country",
              "disco",
              "hiphop",
              "jazz",
              "metal",
              "pop",
              "reggae",
              "rock"),
          Map.of("Rap", new Label("hiphop"), "Heavy Metal", new Label("metal")));

  /** The genres that Auricle names: those of GTZAN and {@code electronic}, which comes last. */
  public static final Taxonomy GENRE =
      new Taxonomy(
          "genre",
          Stream.concat(GTZAN.labels().stream(), Stream.of(new Label("electronic"))).toList(),
          Map.of(
              "Rap", new Label("hiphop"),
              "Hip-Hop/Rap", new Label("hiphop"),
              "Rap & Hip-Hop", new Label("hiphop"),
              "Heavy Metal", new Label("metal"),
              "Electronica", new Label("electronic"),
              "Dance & Electronic", new Label("electronic")));

  /** The quadrants of mood in their order ({@link Quadrant}), with other words for them. */
  public static final Taxonomy MOOD =
      new Taxonomy(
          "mood",
          Quadrant.labels(),
          Map.ofEntries(
              Map.entry("Q1", new Label("happy")),
              Map.entry("excited", new Label("happy")),
              Map.entry("joyful", new Label("happy")),
              Map.entry("Q2", new Label("angry")),
              Map.entry("tense", new Label("angry")),
              Map.entry("aggressive", new Label("angry")),
              Map.entry("Q3", new Label("sad")),
              Map.entry("melancholic", new Label("sad")),
              Map.entry("gloomy", new Label("sad")),
              Map.entry("Q4", new Label("calm")),
              Map.entry("relaxed", new Label("calm")),
              Map.entry("peaceful", new Label("calm"))));

  public Taxonomy {
    labels = List.copyOf(labels);
    if (labels.isEmpty() || new HashSet<>(labels).size() < labels.size()) {
      throw new IllegalArgumentException("labels=" + labels + " must be at least one, each once");
    }
    Map<String, Label> words = new TreeMap<>();
    for (Map.Entry<String, Label> alias : aliases.entrySet()) {
      if (!labels.contains(alias.getValue())) {
        throw new IllegalArgumentException(
            "alias %s=%s must stand for one of %s"
                .formatted(alias.getKey(), alias.getValue(), labels));
      }
      words.put(key(alias.getKey()), alias.getValue());
    }
    aliases = Map.copyOf(words);
  }

  /** Labels of these names, in this order. */
  public static List<Label> named(String... names) {
    return Stream.of(names).map(Label::new).toList();
  }

  /** The label that a word stands for: its own name or an alias, whatever its case and hyphens. */
  public Optional<Label> find(String word) {
    String key = key(word);
    return labels.stream()
        .filter(label -> key(label.name()).equals(key))
        .findFirst()
        .or(() -> Optional.ofNullable(aliases.get(key)));
  }

  /** The letters and digits of a word in lower case: what two spellings have in common. */
  static String key(String word) {
    StringBuilder key = new StringBuilder();
    word.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
