package io.auricle.web.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.auricle.file.FileName;
import io.auricle.library.scan.LibraryScan;
import io.auricle.library.song.Song;
import io.auricle.library.store.Database;
import io.auricle.web.http.ProblemException;
import io.auricle.work.FileAnswers;
import io.auricle.work.NoAnswerException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The sound of songs, by ranges, so that a player can seek. Only regular files are read that the
 * library knows and that lie, links followed, below a folder that was scanned.
 */
final class SoundFiles {
  private static final int BLOCK = 1 << 16;
  private static final int HEAD = 16;

  private final OpenLibrary library;
  private final FileAnswers answers = FileAnswers.within(FileAnswers.USUAL_MILLIS);

  SoundFiles(OpenLibrary library) {
    this.library = library;
  }

  /** The file of a song, links followed; nothing if it may not or cannot be read. */
  Optional<Path> find(Database database, Song song) throws IOException {
    if (song.removed()) {
      return Optional.empty();
    }
    Path path;
    try {
      path = FileName.path(song.path());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    Optional<Path> real = asked(path, () -> readable(path));
    return real.isPresent()
            && LibraryScan.folders(database).stream()
                .anyMatch(folder -> isBelow(real.get(), folder))
        ? real
        : Optional.empty();
  }

  private static Optional<Path> readable(Path path) throws IOException {
    Path real = path.toRealPath();
    return Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(real)
        ? Optional.of(real)
        : Optional.empty();
  }

  /** Nothing of what is not there or does not answer, so that nobody waits for it twice. */
  private Optional<Path> asked(Path path, Callable<Optional<Path>> question) {
    try {
      return answers.of(path, question);
    } catch (NoAnswerException e) {
      answers.silent(path);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether a file lies in a folder; not if that is on a drive that is not there now. */
  private boolean isBelow(Path real, Path folder) {
    return asked(folder, () -> Optional.of(folder.toRealPath()))
        .filter(real::startsWith)
        .isPresent();
  }

  /** {@code GET /api/v1/library/songs/{song}/audio}. */
  void serve(Context context) throws IOException {
    Path file =
        library
            .ask(database -> find(database, Asked.song(context, database)))
            .orElseThrow(
                () ->
                    ProblemException.of(
                        404,
                        "NOT_FOUND",
                        "its file is not there, does not answer, or is not below a scanned folder"));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      send(context, channel, Files.getLastModifiedTime(file).toMillis());
    }
  }

  private static void send(Context context, FileChannel channel, long modified) throws IOException {
    HttpServletResponse response = context.res();
    long size = channel.size();
    String tag = "\"%x-%x\"".formatted(size, modified);
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "private, no-cache");
    @Nullable String condition = context.header("If-Range");
    boolean ranged = condition == null || condition.equals(tag);
    Optional<ByteRange> asked =
        ranged ? ByteRange.of(context.header("Range"), size) : Optional.empty();
    if (asked.isPresent() && asked.get().isOutside()) {
      response.setHeader("Content-Range", "bytes */" + size);
      throw ProblemException.of(416, "BAD_RANGE", "the sound has %d bytes".formatted(size));
    }
    ByteRange range = asked.orElse(new ByteRange(0, size - 1));
    if (asked.isPresent()) {
      response.setStatus(206);
      response.setHeader(
          "Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), size));
    }
    response.setContentType(type(channel));
    response.setContentLengthLong(range.length());
    if (!context.method().equals(HandlerType.HEAD)) {
      copy(channel, range, response.getOutputStream());
    }
  }

  private static void copy(FileChannel channel, ByteRange range, OutputStream out)
      throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long at = range.first();
    while (at <= range.last()) {
      block.clear().limit((int) Math.min(BLOCK, range.last() - at + 1));
      int read = channel.read(block, at);
      if (read <= 0) {
        throw new IOException("the file became shorter while it was sent");
      }
      out.write(block.array(), 0, read);
      at += read;
    }
    out.flush();
  }

  /** By what is in it: names lie, and a page must not be served because it is called .mp3. */
  private static String type(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    channel.read(head, 0);
    byte[] bytes = head.array();
    String text = new String(bytes, ISO_8859_1);
    boolean mpeg = (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xE0) == 0xE0;
    if (text.startsWith("ID3") || mpeg) {
      return mpeg && (bytes[1] & 0x06) == 0 ? "audio/aac" : "audio/mpeg";
    }
    if (text.startsWith("fLaC")) {
      return "audio/flac";
    }
    if (text.startsWith("OggS")) {
      return "audio/ogg";
    }
    if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
      return "audio/wav";
    }
    if (text.startsWith("ftyp", 4)) {
      return "audio/mp4";
    }
    if (text.startsWith("FORM")) {
      return "audio/aiff";
    }
    return text.startsWith("\u001aE\u00df\u00a3") ? "audio/webm" : "application/octet-stream";
  }
}
