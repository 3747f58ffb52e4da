package io.auricle.dataset.known;

import io.auricle.dataset.Target;
import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the words of a labels file become labels of a target: by a mapping, other words stand for
 * themselves; those that the target does not have are none.
 *
 * @param target whose labels
 * @param mapping what words stand for
 */
record LabelWords(Target target, LabelMapping mapping) {
  private static final Pattern BETWEEN = Pattern.compile("\\s*[|;]\\s*");

  /** The label of a word; empty if it is none of the target's. */
  Optional<Label> one(String word) {
    return mapping
        .find(word)
        .or(() -> Label.isValid(word) ? Optional.of(new Label(word)) : Optional.empty())
        .filter(label -> target.open() || target.labels().contains(label));
  }

  /** The labels of several words, each once; words of no label are left out. */
  List<Label> several(Stream<String> words) {
    return words.flatMap(word -> one(word).stream()).distinct().toList();
  }

  /** The words between bars or semicolons. */
  static Stream<String> words(String words) {
    return BETWEEN.splitAsStream(words.strip()).filter(word -> !word.isBlank());
  }
}
