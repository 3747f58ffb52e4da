package io.auricle.library.tag;

import io.auricle.audio.DecodeException;
import io.auricle.library.format.TagException;
import io.auricle.library.format.TagFault;
import io.auricle.work.NoAnswerException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;

/** What the system and FFmpeg say of files, as the faults that writing tags knows. */
final class Refusals {
  private static final List<String> FULL = List.of("no space left", "quota exceeded");
  private static final List<String> LOCKED =
      List.of("read-only file system", "operation not permitted", "permission denied");

  private Refusals() {}

  static TagException of(IOException e) {
    if (e instanceof NoAnswerException) {
      return new TagException(TagFault.TIMEOUT, "does not answer");
    }
    if (e instanceof NoSuchFileException) {
      return new TagException(TagFault.NOT_FOUND, "is not there any more");
    }
    String reason =
        e instanceof FileSystemException named && named.getReason() != null
            ? named.getReason()
            : String.valueOf(e.getMessage());
    String words = reason.toLowerCase(Locale.ROOT);
    if (FULL.stream().anyMatch(words::contains)) {
      return new TagException(TagFault.NO_SPACE, "the disk is full; the file is as it was");
    }
    if (e instanceof AccessDeniedException || LOCKED.stream().anyMatch(words::contains)) {
      return new TagException(TagFault.READ_ONLY, "it or its folder may not be written");
    }
    return new TagException(TagFault.INTERNAL, "cannot be read or written: " + reason);
  }

  static TagException of(ReadOnlyFileSystemException e) {
    return new TagException(TagFault.READ_ONLY, "its disk is read-only");
  }

  static TagException of(DecodeException e) {
    return switch (e.code()) {
      case NOT_FOUND -> new TagException(TagFault.NOT_FOUND, "is not there any more");
      case UNSUPPORTED -> new TagException(TagFault.UNSUPPORTED, e.reason());
      case TIMEOUT -> new TagException(TagFault.TIMEOUT, e.reason());
      case INTERNAL -> new TagException(TagFault.INTERNAL, e.reason());
      default -> new TagException(TagFault.CORRUPT, e.reason());
    };
  }
}
