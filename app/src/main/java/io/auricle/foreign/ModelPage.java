package io.auricle.foreign;

import io.auricle.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code README.md} that lies beside a model on Hugging Face, of which only what is said above
 * its text is read.
 *
 * @param licence as a word of Hugging Face's, for instance {@code bsd-3-clause}
 */
record ModelPage(Optional<String> licence) {
  private static final Pattern HEAD = Pattern.compile("\\A---\\R(.*?)\\R---", Pattern.DOTALL);
  private static final Pattern LICENCE =
      Pattern.compile("^license: *[\"']?([A-Za-z0-9. +-]{1,60}?)[\"']? *$", Pattern.MULTILINE);

  /**
   * The page beside a file; one that says nothing if there is none.
   *
   * @throws IOException if it cannot be read
   */
  static ModelPage beside(Path file) throws IOException {
    Path page = file.resolveSibling("README.md");
    if (!Files.isRegularFile(page)) {
      return new ModelPage(Optional.empty());
    }
    Matcher head = HEAD.matcher(TextFile.read(page, TextFile.MOST_BYTES_WRITTEN));
    if (!head.find()) {
      return new ModelPage(Optional.empty());
    }
    Matcher licence = LICENCE.matcher(head.group(1));
    return new ModelPage(licence.find() ? Optional.of(licence.group(1)) : Optional.empty());
  }
}
