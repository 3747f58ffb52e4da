package io.auricle.library.tag;

import io.auricle.library.format.Patch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The next version of a file, proved and not yet in its place. */
public final class PreparedTags implements AutoCloseable {
  private final TagWish wish;
  private final List<TagChange> changes;
  private final @Nullable Draft draft;
  private final Patch undo;
  private final String oldHash;
  private final String newHash;
  private final Map<String, String> tags;

  /**
   * @param undo makes the old file of the new one
   * @param tags of the new file, as the library keeps them
   */
  PreparedTags(
      TagWish wish,
      List<TagChange> changes,
      @Nullable Draft draft,
      Patch undo,
      String oldHash,
      String newHash,
      Map<String, String> tags) {
    this.wish = wish;
    this.changes = List.copyOf(changes);
    this.draft = draft;
    this.undo = undo;
    this.oldHash = oldHash;
    this.newHash = newHash;
    this.tags = tags;
  }

  /** Of a file in which nothing changes. */
  static PreparedTags nothing(TagWish wish) {
    return new PreparedTags(wish, List.of(), null, new Patch(), "", "", Map.of());
  }

  TagWish wish() {
    return wish;
  }

  /** What changes; nothing if the file stays as it is. */
  public List<TagChange> changes() {
    return changes;
  }

  @Nullable Draft draft() {
    return draft;
  }

  Patch undo() {
    return undo;
  }

  String oldHash() {
    return oldHash;
  }

  String newHash() {
    return newHash;
  }

  Map<String, String> tags() {
    return tags;
  }

  /** Takes the version away if it was not put in its place. */
  @Override
  public void close() {
    if (draft != null) {
      draft.close();
    }
  }
}
