package io.auricle.library.tag;

import static java.nio.file.StandardOpenOption.READ;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ffmpeg.FileMetadata;
import io.auricle.audio.ffmpeg.FilePackets;
import io.auricle.library.format.FileBytes;
import io.auricle.library.format.Patch;
import io.auricle.library.format.TagException;
import io.auricle.library.format.TagFault;
import io.auricle.library.format.TagFormat;
import io.auricle.library.format.TagFormats;
import io.auricle.library.song.Song;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import io.auricle.work.FileAnswers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Writes what was heard into files: {@link #plan} says what would change, {@link #prepare} makes
 * the next version of a file and proves it on any thread, {@link #commit} puts it in the file's
 * place on a single one.
 *
 * <p>The proof of a version: the packets of every stream, covers among them, are those of the file;
 * its fields read back as they were meant and all others as before; the way back, tried on it, ends
 * at the very bytes of the file.
 */
public final class TagWriter implements AutoCloseable {
  private final TagJournal journal;
  private final TagRules rules;
  private final boolean keepTimes;
  private final boolean breakLinks;
  private final FileAnswers answers;

  /** Versions that are not in their places; whatever ends the program but a kill removes them. */
  private final Set<Draft> drafts = ConcurrentHashMap.newKeySet();

  private final Thread atEnd = new Thread(this::removeDrafts, "auricle-tag-end");

  /**
   * @param keepTimes whether files keep the time at which they were last written
   * @param breakLinks whether a file with several names may become a file of its own
   * @param answers how long is waited for files that do not answer
   */
  public TagWriter(
      Database database, TagRules rules, boolean keepTimes, boolean breakLinks, FileAnswers answers)
      throws LibraryException {
    this.journal = new TagJournal(database);
    this.rules = rules;
    this.keepTimes = keepTimes;
    this.breakLinks = breakLinks;
    this.answers = answers;
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  private void removeDrafts() {
    for (Draft draft : drafts) {
      try {
        answers.soon(
            draft.path(),
            () -> {
              draft.close();
              return true;
            });
      } catch (IOException e) {
        // The next run in the same folder removes it.
      }
    }
  }

  @Override
  public void close() {
    removeDrafts();
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // The program is ending, so the hook runs anyway.
    }
  }

  /** Work on a file. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, DecodeException, TagException;
  }

  /** Runs it; what the system and FFmpeg refuse becomes a fault of writing tags. */
  static <T> T refusing(Work<T> work) throws TagException {
    try {
      return work.run();
    } catch (ReadOnlyFileSystemException e) {
      throw Refusals.of(e);
    } catch (IOException e) {
      throw Refusals.of(e);
    } catch (DecodeException e) {
      throw Refusals.of(e);
    }
  }

  /**
   * What would change in a file, which is only read. Thread-safe.
   *
   * @throws TagException if it could not be written
   */
  public List<TagChange> plan(TagWish wish) throws TagException {
    return refusing(
        () -> {
          SeenFile file = SeenFile.of(wish.path());
          file.mayBeWritten(breakLinks);
          Song song = wish.songs().get(0);
          boolean unchanged =
              file.bytes() == song.bytes() && file.modified().toMillis() == song.modifiedMillis();
          if (!unchanged) {
            check(song, FileMetadata.read(file.path(), DecodeLimits.DEFAULT));
          }
          try (FileChannel open = FileChannel.open(file.path(), READ)) {
            TagFormat format = TagFormats.open(new FileBytes(open));
            List<TagChange> changes = rules.changes(format.fields(), wish.heard());
            // Some formats refuse only what would have to be written.
            format.with(values(changes));
            return changes;
          }
        });
  }

  private static void check(Song song, FileMetadata metadata) throws TagException {
    if (!metadata.soundHash().equals(song.soundHash())) {
      throw new TagException(
          TagFault.CHANGED, "has another sound than the library heard; scan it again");
    }
  }

  private static Map<String, List<String>> values(List<TagChange> changes) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    changes.forEach(change -> values.put(change.field(), change.values()));
    return values;
  }

  /**
   * Makes the next version of a file beside it, and proves it. Thread-safe.
   *
   * @throws TagException if it cannot be made; the file is as it was
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   */
  public PreparedTags prepare(TagWish wish) throws TagException {
    return refusing(
        () -> {
          SeenFile file = SeenFile.of(wish.path());
          file.mayBeWritten(breakLinks);
          FilePackets before = FilePackets.read(file.path(), DecodeLimits.DEFAULT);
          check(wish.songs().get(0), before.metadata());
          try (FileChannel open = FileChannel.open(file.path(), READ)) {
            FileBytes bytes = new FileBytes(open);
            TagFormat format = TagFormats.open(bytes);
            List<TagChange> changes = rules.changes(format.fields(), wish.heard());
            if (changes.isEmpty()) {
              return PreparedTags.nothing(wish);
            }
            Patch patch = format.with(values(changes));
            Patch undo = patch.inverse(bytes);
            Draft draft = Draft.of(file, open, patch);
            drafts.add(draft);
            boolean proved = false;
            try {
              PreparedTags prepared = proved(wish, changes, draft, open, undo, before);
              proved = true;
              return prepared;
            } finally {
              if (!proved) {
                drafts.remove(draft);
                draft.close();
              }
            }
          }
        });
  }

  private static PreparedTags proved(
      TagWish wish,
      List<TagChange> changes,
      Draft draft,
      FileChannel old,
      Patch undo,
      FilePackets before)
      throws IOException, DecodeException, TagException {
    FilePackets after = FilePackets.read(draft.path(), DecodeLimits.DEFAULT);
    if (!after.streams().equals(before.streams())) {
      throw unproved("its sound or a cover would become another");
    }
    for (Map.Entry<String, String> tag : before.metadata().tags().entrySet()) {
      boolean ours = TagFormat.isNamed(tag.getKey());
      if (!ours && !tag.getValue().equals(after.metadata().tags().get(tag.getKey()))) {
        throw unproved("its tag %s would become another".formatted(tag.getKey()));
      }
    }
    try (FileChannel open = draft.open()) {
      Map<String, List<String>> fields = TagFormats.open(new FileBytes(open)).fields();
      for (TagChange change : changes) {
        if (!fields.getOrDefault(change.field(), List.of()).equals(change.values())) {
          throw unproved("%s is not read back as it was written".formatted(change.field()));
        }
      }
      String oldHash = Sha256.of(old);
      if (!Sha256.of(undo, open).equals(oldHash)) {
        throw new TagException(TagFault.CHANGED, "was changed while its tags were written");
      }
      return new PreparedTags(
          wish, changes, draft, undo, oldHash, Sha256.of(open), after.metadata().tags());
    }
  }

  private static TagException unproved(String reason) {
    return new TagException(TagFault.UNPROVED, reason + "; nothing was written");
  }

  /**
   * Puts the next version in the place of a file, and closes what was prepared.
   *
   * @throws TagException if the file was changed meanwhile or cannot be replaced; it is as it was
   * @throws LibraryException if the journal cannot be written; the file is as it was
   */
  public void commit(PreparedTags prepared) throws TagException, LibraryException {
    try (prepared) {
      Draft draft = prepared.draft();
      if (draft == null) {
        return;
      }
      drafts.remove(draft);
      SeenFile file = draft.file();
      List<Song> songs = prepared.wish().songs();
      long entry =
          journal.add(
              songs.get(0),
              file.modified().to(TimeUnit.NANOSECONDS),
              prepared.oldHash(),
              prepared.newHash(),
              prepared.changes().stream()
                  .map(c -> "%s: %s -> %s".formatted(c.field(), c.old(), c.values()))
                  .collect(Collectors.joining("\n")),
              prepared.undo().toBytes());
      boolean replaced = false;
      try {
        draft.replace(keepTimes ? file.modified() : null);
        replaced = true;
      } finally {
        if (!replaced) {
          journal.remove(entry);
        }
      }
      journal.written(songs, file.path(), prepared.tags(), null);
    } catch (LibraryException e) {
      throw e;
    } catch (IOException e) {
      throw Refusals.of(e);
    }
  }
}
