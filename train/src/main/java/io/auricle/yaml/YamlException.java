package io.auricle.yaml;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A fault of a YAML text: what is wrong, in which line and, once it is known, in which file. */
public final class YamlException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String file;
  private final int line;
  private final String fault;

  private YamlException(@Nullable String file, int line, String fault, @Nullable Throwable cause) {
    super((file == null ? "" : file + ", ") + "line " + line + ": " + fault, cause);
    this.file = file;
    this.line = line;
    this.fault = fault;
  }

  /**
   * A fault of a text, from no file as yet.
   *
   * @param line counted from 1
   * @param fault what is wrong and what is allowed
   */
  public YamlException(int line, String fault) {
    this(null, line, fault, null);
  }

  /** The same fault, of a file. */
  public YamlException in(Path origin) {
    return new YamlException(origin.toString(), line, fault, this);
  }

  /** The file, if it is known. */
  public @Nullable Path file() {
    return file == null ? null : Path.of(file);
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }
}
