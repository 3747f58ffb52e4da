package io.auricle.cli.library;

import io.auricle.cli.output.Messages;
import io.auricle.library.format.TagException;
import io.auricle.library.format.TagFault;
import io.auricle.library.tag.TagChange;
import java.util.List;
import java.util.Locale;

/** Lines about the tags of files. */
final class TagLines {
  private static final int LONGEST = 200;

  private TagLines() {}

  /** {@code PATH: genre: Rock -> Jazz}; what is not there is {@code -}. */
  static String change(String name, TagChange change) {
    return "%s: %s: %s -> %s"
        .formatted(name, field(change.field()), values(change.old()), values(change.values()));
  }

  private static String field(String field) {
    return field.startsWith("AURICLE_") ? field : field.toLowerCase(Locale.ROOT);
  }

  private static String values(List<String> values) {
    String text = Messages.oneLine(String.join(" | ", values));
    return text.isEmpty()
        ? "-"
        : text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** Why a file is left whose drive is gone. */
  static TagException silent() {
    return new TagException(TagFault.TIMEOUT, "does not answer");
  }

  static String fault(String name, TagException fault) {
    return "auricle: %s: %s [%s]".formatted(name, Messages.oneLine(fault.reason()), fault.fault());
  }
}
