package io.auricle.library.similar;

import io.auricle.library.song.Song;
import io.auricle.library.store.LibraryException;
import java.lang.ref.SoftReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the points of all songs in memory for one that asks for neighbours again and again, until
 * the library says that they changed or the memory is wanted for something else. Thread-safe.
 */
public final class KnownPoints {
  /** The share of the memory that points may take; beyond it each question reads the library. */
  private static final int MOST_SHARE = 3;

  private @Nullable String state;
  private SoftReference<SongBlock> last = new SoftReference<>(null);

  /**
   * The nearest songs, as {@link SimilarSongs#nearest} gives them.
   *
   * @param song that they are near to; not among them
   * @param count how many at most
   */
  public List<NearSong> nearest(SongSpace space, Song song, int count) throws LibraryException {
    @Nullable SongBlock block = block(space);
    return block == null
        ? SimilarSongs.nearest(space, song, count, id -> true)
        : block.nearest(song.id(), count);
  }

  /** The points; nothing if they would take too much memory. */
  private synchronized @Nullable SongBlock block(SongSpace space) throws LibraryException {
    String now = space.state();
    @Nullable SongBlock block = now.equals(state) ? last.get() : null;
    if (block == null) {
      // The old one goes before the new one is read.
      last.clear();
      if (space.bytes() > Runtime.getRuntime().maxMemory() / MOST_SHARE) {
        return null;
      }
      block = SongBlock.of(space);
      last = new SoftReference<>(block);
      // What changed while it was read is read the next time.
      state = now;
    }
    return block;
  }
}
