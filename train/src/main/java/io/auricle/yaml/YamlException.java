package io.auricle.yaml;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a YAML text, a line each: in which file, once it is known, and in which line of it,
 * and what is wrong.
 */
public final class YamlException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 10;

  private final transient @Nullable Path file;
  private final ArrayList<Fault> faults;

  /**
   * @param line counted from 1; 0 for what no line says, for instance a setting
   * @param text what is wrong and what is allowed
   */
  private record Fault(int line, String text) implements Serializable {
    String in(@Nullable Path file) {
      if (file == null) {
        return line == 0 ? text : "line " + line + ": " + text;
      }
      return file + (line == 0 ? ": " : ":" + line + ": ") + text;
    }
  }

  private YamlException(@Nullable Path file, List<Fault> faults, @Nullable Throwable cause) {
    super(String.join("\n", shown(file, faults)), cause);
    this.file = file;
    this.faults = new ArrayList<>(faults);
  }

  /**
   * One fault of a text, from no file as yet.
   *
   * @param line counted from 1; 0 for what no line says
   * @param fault what is wrong and what is allowed
   */
  public YamlException(int line, String fault) {
    this(null, List.of(new Fault(line, fault)), null);
  }

  /** A fault of a file as a whole, or one that names its place itself. */
  YamlException(@Nullable Path file, @Nullable String fault, Throwable cause) {
    this(file, List.of(new Fault(0, String.valueOf(fault))), cause);
  }

  /** Several faults as one, in the order of their lines, each once. */
  static YamlException of(List<YamlException> several) {
    return new YamlException(
        null,
        several.stream()
            .flatMap(e -> e.faults.stream())
            .distinct()
            .sorted(Comparator.comparingInt(f -> f.line() == 0 ? Integer.MAX_VALUE : f.line()))
            .toList(),
        several.get(0));
  }

  /** The same faults, of a file. */
  public YamlException in(Path file) {
    return new YamlException(file, faults, this);
  }

  /**
   * What an exception says, a fault a line.
   *
   * @param text the whole, as it is told; what stands before the faults, for instance the file that
   *     names theirs, stands before each
   */
  public static List<String> lines(@Nullable Throwable e, String text) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof YamlException yaml && text.endsWith(yaml.message())) {
        String before = text.substring(0, text.length() - yaml.message().length());
        return shown(yaml.file, yaml.faults).stream().map(line -> before + line).toList();
      }
    }
    return List.of(text);
  }

  private String message() {
    return String.valueOf(getMessage());
  }

  private static List<String> shown(@Nullable Path file, List<Fault> faults) {
    List<String> lines = new ArrayList<>();
    faults.stream().limit(MOST_SHOWN).forEach(fault -> lines.add(fault.in(file)));
    if (faults.size() > MOST_SHOWN) {
      lines.add("and " + (faults.size() - MOST_SHOWN) + " more");
    }
    return lines;
  }
}
