package io.auricle.library.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The step of the {@link Schema} that makes 100,000 songs quickly asked: indexes in which all that
 * a query reads stands together, and a number that tells whether songs may lie elsewhere now.
 */
final class SpeedStep {
  /** What is asked for if nothing else is said; SQLite takes a partial index for nothing else. */
  private static final String THERE = " WHERE removed IS NULL AND fault_code IS NULL";

  /** Columns that people sort by; each index holds the path, by which equals are sorted. */
  private static final List<String> SORTED =
      List.of(
          "title_key",
          "artist_key",
          "album_key",
          "year",
          "duration",
          "valence",
          "arousal",
          "tempo",
          "music_key");

  static final List<String> STATEMENTS = statements();

  private SpeedStep() {}

  private static List<String> statements() {
    List<String> all = new ArrayList<>();
    all.add("CREATE INDEX file_there ON file(path)" + THERE);
    for (String column : SORTED) {
      all.add("CREATE INDEX file_%s ON file(%s, path)%s".formatted(column, column, THERE));
    }
    all.add("CREATE INDEX file_gone ON file(id) WHERE removed IS NOT NULL");
    all.add("CREATE INDEX file_fault ON file(fault_code) WHERE fault_code IS NOT NULL");
    all.add("CREATE INDEX file_said ON file(COALESCE(sound, 'path:' || path))");
    all.add("CREATE INDEX verdict_sure ON verdict(model, sure, label, score)");
    all.add("CREATE TABLE change (what TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID");
    // Another library begins elsewhere.
    all.add("INSERT INTO change VALUES ('points', abs(random() % 1000000000) * 1000000)");
    for (String table : List.of("embedding", "verdict")) {
      for (String event : List.of("INSERT", "DELETE", "UPDATE")) {
        all.add(moved(table + "_" + event.toLowerCase(Locale.ROOT), event, table, ""));
      }
    }
    all.add(
        moved("file_removed", "UPDATE OF removed", "file", " WHEN OLD.removed IS NOT NEW.removed"));
    return List.copyOf(all);
  }

  /** Counts on when a row changes by which the points of songs are told. */
  private static String moved(String name, String event, String table, String when) {
    return "CREATE TRIGGER %s AFTER %s ON %s%s BEGIN UPDATE change SET number = number + 1 WHERE what = 'points'; END"
        .formatted(name, event, table, when);
  }
}
