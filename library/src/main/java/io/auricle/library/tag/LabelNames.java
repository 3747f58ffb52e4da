package io.auricle.library.tag;

import io.auricle.text.TextFile;
import io.auricle.text.TextFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user calls labels: a file with a line {@code label: words} each, or {@code model.label:
 * words} where two models have the same label. A label without words is not written at all, one
 * that is not in the file under its own name. Empty lines and those that begin with {@code #} say
 * nothing.
 */
public final class LabelNames {
  /** Labels under their own names. */
  public static final LabelNames NONE = new LabelNames(Map.of());

  private final Map<String, String> words;

  private LabelNames(Map<String, String> words) {
    this.words = words;
  }

  /**
   * Reads a file.
   *
   * @param labels by models, which the file may name
   * @throws TextFileException with the line that names no label
   * @throws IOException if it cannot be read
   */
  public static LabelNames read(Path file, Map<String, List<String>> labels) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    List<String> lines = TextFile.lines(file, TextFile.MOST_BYTES_WRITTEN);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      String label = colon < 0 ? "" : unquoted(line.substring(0, colon));
      if (label.isEmpty()) {
        throw new TextFileException(file, i + 1, "must be LABEL: WORDS");
      }
      boolean known =
          labels.entrySet().stream()
              .anyMatch(
                  model ->
                      model.getValue().contains(label)
                          || model.getValue().stream()
                              .anyMatch(own -> label.equals(model.getKey() + "." + own)));
      if (!known) {
        throw new TextFileException(
            file, i + 1, "label=%s must be one of %s".formatted(label, labels));
      }
      words.put(label, unquoted(line.substring(colon + 1)));
    }
    return new LabelNames(words);
  }

  private static String unquoted(String text) {
    String plain = text.strip();
    boolean quoted =
        plain.length() > 1
            && (plain.charAt(0) == '"' || plain.charAt(0) == '\'')
            && plain.charAt(plain.length() - 1) == plain.charAt(0);
    return quoted ? plain.substring(1, plain.length() - 1) : plain;
  }

  /** The words of a label; nothing if it is not to be written. */
  Optional<String> of(String model, String label) {
    String own = words.getOrDefault(model + "." + label, words.getOrDefault(label, label));
    return own.isEmpty() ? Optional.empty() : Optional.of(own);
  }
}
