package io.auricle.library.tag;

import static java.nio.file.StandardOpenOption.READ;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ffmpeg.FilePackets;
import io.auricle.file.FileName;
import io.auricle.library.format.Patch;
import io.auricle.library.format.TagException;
import io.auricle.library.format.TagFault;
import io.auricle.library.song.Song;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import io.auricle.work.FileAnswers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes back what was written into files, change by change, the newest first: each file becomes
 * byte for byte what it was, its time with it. A file that somebody changed since is refused.
 */
public final class TagUndo {
  private final TagJournal journal;
  private final boolean breakLinks;

  /**
   * @param breakLinks whether a file with several names may become a file of its own
   */
  public TagUndo(Database database, boolean breakLinks) throws LibraryException {
    this.journal = new TagJournal(database);
    this.breakLinks = breakLinks;
  }

  /** Songs by their files, those without a change left out. */
  public List<List<Song>> changed(List<Song> songs, FileAnswers answers) throws LibraryException {
    List<List<Song>> changed = new ArrayList<>();
    for (List<Song> file : TagWish.files(songs, answers)) {
      if (!journal.entries(file).isEmpty()) {
        changed.add(file);
      }
    }
    return changed;
  }

  /** What was changed in a file, the newest first, a line each. */
  public List<String> changes(List<Song> file) throws LibraryException {
    return journal.entries(file).stream().flatMap(entry -> entry.fields().lines()).toList();
  }

  /**
   * Takes all changes of a file back.
   *
   * @return how many there were; changes that a kill prevented do not count
   * @throws TagException CHANGED if the file is not what was written; other faults as of writing.
   *     What was not taken back stays in the journal
   * @throws LibraryException if the journal cannot be read or written
   */
  public int undo(List<Song> file) throws TagException, LibraryException {
    int undone = 0;
    for (TagJournal.Entry entry : journal.entries(file)) {
      undone += undo(file, entry) ? 1 : 0;
    }
    return undone;
  }

  private boolean undo(List<Song> songs, TagJournal.Entry entry)
      throws TagException, LibraryException {
    try {
      SeenFile file = SeenFile.of(FileName.path(songs.get(0).path()));
      file.mayBeWritten(breakLinks);
      try (FileChannel open = FileChannel.open(file.path(), READ)) {
        String hash = Sha256.of(open);
        if (hash.equals(entry.oldHash())) {
          journal.remove(entry.id());
          return false;
        }
        if (!hash.equals(entry.newHash())) {
          throw new TagException(
              TagFault.CHANGED, "was changed since its tags were written; it stays as it is");
        }
        replace(songs, entry, file, open);
        return true;
      }
    } catch (LibraryException e) {
      throw e;
    } catch (IOException e) {
      throw Refusals.of(e);
    } catch (DecodeException e) {
      throw Refusals.of(e);
    }
  }

  private void replace(List<Song> songs, TagJournal.Entry entry, SeenFile file, FileChannel open)
      throws IOException, TagException, DecodeException {
    Patch undo = Patch.of(journal.undo(entry));
    try (Draft draft = Draft.of(file, open, undo);
        FileChannel written = draft.open()) {
      if (!Sha256.of(written).equals(entry.oldHash())) {
        throw new TagException(
            TagFault.UNPROVED, "what is kept of its old tags is damaged; it stays as it is");
      }
      FilePackets packets = FilePackets.read(draft.path(), DecodeLimits.DEFAULT);
      draft.replace(FileTime.from(entry.modifiedNanos(), TimeUnit.NANOSECONDS));
      journal.written(songs, file.path(), packets.metadata().tags(), entry);
    }
  }
}
