package io.auricle.yaml;

import io.auricle.text.FileFault;
import io.auricle.text.TextFile;
import io.auricle.text.TextFileException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/** Files that users write. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * Makes something of a file's text.
   *
   * @throws YamlException with file and lines, if it cannot be read or something is wrong in it
   */
  public static <T> T read(Path file, Function<String, T> reading) {
    try {
      return reading.apply(TextFile.read(file, TextFile.MOST_BYTES_WRITTEN));
    } catch (YamlException e) {
      throw e.in(file);
    } catch (IllegalArgumentException e) {
      throw new YamlException(file, e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new YamlException(file, "no such file", e);
    } catch (TextFileException e) {
      throw new YamlException(null, e.getMessage(), e);
    } catch (IOException e) {
      throw new YamlException(file, "cannot be read: " + FileFault.of(e), e);
    }
  }
}
