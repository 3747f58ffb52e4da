package io.auricle.label;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a data set's own words become labels of a taxonomy. A word that is not listed is looked up in
 * the taxonomy itself unless the mapping is closed.
 *
 * @param taxonomy what the labels belong to
 * @param words the data set's words and what they mean
 * @param closed whether words that are not listed mean nothing
 */
public record LabelMapping(Taxonomy taxonomy, Map<String, Label> words, boolean closed) {
  public LabelMapping {
    for (Label label : words.values()) {
      if (!taxonomy.labels().contains(label)) {
        throw new IllegalArgumentException(
            "label=%s must be one of the taxonomy %s: %s"
                .formatted(label, taxonomy.name(), taxonomy.labels()));
      }
    }
    words =
        words.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(e -> Taxonomy.key(e.getKey()), Map.Entry::getValue));
  }

  /** The taxonomy's own words. */
  public static LabelMapping of(Taxonomy taxonomy) {
    return new LabelMapping(taxonomy, Map.of(), false);
  }

  /** The label a word of the data set stands for; empty if it stands for none of ours. */
  public Optional<Label> find(String word) {
    Label label = words.get(Taxonomy.key(word));
    if (label != null || closed) {
      return Optional.ofNullable(label);
    }
    return taxonomy.find(word);
  }
}
