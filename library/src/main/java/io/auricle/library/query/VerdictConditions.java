package io.auricle.library.query;

import io.auricle.library.song.Corrections;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.SongOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions on what a model says of {@code file AS f}. Where the user corrected it, that holds
 * with a score of 1; a model that nobody corrected costs nothing more.
 */
final class VerdictConditions {
  private static final String SAID =
      Corrections.SOUND + " IN (SELECT sound FROM correction WHERE model = %d%s)";

  /** A score as a whole number, which is quickly written and read. */
  private static final int WHOLE = 1_000_000_000;

  private static final String PAIRS =
      "SELECT group_concat(file || ' ' || CAST(ROUND(score * %d) AS INTEGER)), NULL FROM %s"
          + " WHERE model = %d";

  /** Songs with corrections of a model, the corrections first. */
  private static final String CORRECTED =
      "(SELECT sound, %s FROM correction WHERE model = %d GROUP BY sound) c CROSS JOIN file f ON "
          + Corrections.SOUND
          + " = c.sound";

  private VerdictConditions() {}

  /** A condition on a number, which adds its values to the query's each time it is made. */
  @FunctionalInterface
  interface OnNumber {
    String of(String sql) throws QueryException;
  }

  /**
   * Whether a label is the model's best one, or of a model of tags is given.
   *
   * @param values gets the parameters
   */
  static String label(KnownModel model, String label, List<Object> values) {
    values.add(label);
    String heard =
        "f.id IN (SELECT file FROM %s model = %d AND label = ?)"
            .formatted(model.tags() ? "score WHERE given AND" : "verdict WHERE", model.id());
    if (!model.corrected()) {
      return heard;
    }
    values.add(label);
    return unless(model, heard, SAID.formatted(model.id(), " AND label = ?"));
  }

  /** Of the best score. */
  static String score(KnownModel model, OnNumber number) throws QueryException {
    String heard =
        "f.id IN (SELECT file FROM verdict WHERE model = %d AND %s)"
            .formatted(model.id(), number.of("score"));
    return model.corrected()
        ? unless(model, heard, SAID.formatted(model.id(), " AND " + number.of("1.0")))
        : heard;
  }

  /** Of the score of a label: 1 where the user gave it, 0 where another one. */
  static String score(KnownModel model, String label, List<Object> values, OnNumber number)
      throws QueryException {
    values.add(label);
    String heard =
        "f.id IN (SELECT file FROM score WHERE model = %d AND label = ? AND %s)"
            .formatted(model.id(), number.of("score"));
    if (!model.corrected()) {
      return heard;
    }
    // The parameter of the label stands before that of the number in either form.
    values.add(label);
    String said =
        "%s IN (SELECT sound FROM (SELECT sound, MAX(label = ?) AS score FROM correction"
            + " WHERE model = %d GROUP BY sound) WHERE %s)";
    return unless(model, heard, said.formatted(Corrections.SOUND, model.id(), number.of("score")));
  }

  static String sure(KnownModel model, boolean yes) {
    String heard =
        "f.id IN (SELECT file FROM verdict WHERE model = %d AND sure = %d)"
            .formatted(model.id(), yes ? 1 : 0);
    return model.corrected()
        ? unless(model, heard, yes ? SAID.formatted(model.id(), "") : "0")
        : heard;
  }

  private static String unless(KnownModel model, String heard, String said) {
    return "((%s AND NOT %s) OR %s)".formatted(heard, SAID.formatted(model.id(), ""), said);
  }

  /** What songs are put in order by: a column of the verdict. */
  static String order(KnownModel model, String column) {
    String heard =
        "(SELECT %s FROM verdict v WHERE v.file = f.id AND v.model = %d)"
            .formatted(column, model.id());
    return model.corrected()
        ? "COALESCE((SELECT MIN(%s) FROM correction c WHERE c.sound = %s AND c.model = %d), %s)"
            .formatted(
                column.equals("score") ? "1.0" : column, Corrections.SOUND, model.id(), heard)
        : heard;
  }

  /** The same by the score of a label. */
  static String order(KnownModel model, String label, List<Object> values) {
    values.add(label);
    String heard =
        "(SELECT score FROM score s WHERE s.file = f.id AND s.model = %d AND s.label = ?)"
            .formatted(model.id());
    if (!model.corrected()) {
      return heard;
    }
    values.add(label);
    return "COALESCE((SELECT MAX(label = ?) FROM correction c WHERE c.sound = %s AND c.model = %d), %s)"
        .formatted(Corrections.SOUND, model.id(), heard);
  }

  /** All labels that a model says, to sort by. */
  static SongOrder labels(KnownModel model, boolean descending) {
    return ordered(
        model,
        "SELECT group_concat(file), label FROM verdict WHERE model = %d GROUP BY label"
            .formatted(model.id()),
        List.of(),
        "SELECT group_concat(f.id), c.label FROM %s GROUP BY c.label"
            .formatted(CORRECTED.formatted("MIN(label) AS label", model.id())),
        descending);
  }

  /** All best scores, to sort by. */
  static SongOrder scores(KnownModel model, boolean descending) {
    return ordered(
        model,
        PAIRS.formatted(WHOLE, "verdict", model.id()),
        List.of(),
        "SELECT group_concat(f.id || ' %d'), NULL FROM %s"
            .formatted(WHOLE, CORRECTED.formatted("1", model.id())),
        descending);
  }

  /** All scores of a label, to sort by. */
  static SongOrder scores(KnownModel model, String label, boolean descending) {
    return ordered(
        model,
        PAIRS.formatted(WHOLE, "score", model.id()) + " AND label = ?",
        List.of(label),
        "SELECT group_concat(f.id || ' ' || (%d * c.given)), NULL FROM %s"
            .formatted(WHOLE, CORRECTED.formatted("MAX(label = ?) AS given", model.id())),
        descending);
  }

  private static SongOrder ordered(
      KnownModel model, String heard, List<Object> values, String said, boolean descending) {
    List<SongOrder.Statement> statements = new ArrayList<>();
    statements.add(new SongOrder.Statement(heard, values));
    if (model.corrected()) {
      statements.add(new SongOrder.Statement(said, values));
    }
    return new SongOrder(statements, model.labels(), descending);
  }
}
