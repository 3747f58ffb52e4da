package io.auricle.library.song;

import io.auricle.label.Label;
import io.auricle.label.Taxonomy;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A song whose tag says something else than what is heard, or than what the user said of it.
 *
 * @param path of its file
 * @param name of the tag, which is the model's, too
 * @param value of the tag
 * @param heard what the model is sure of, or the user's correction
 */
public record WrongTag(String path, String name, String value, Verdict heard) {
  private static final String TAGGED =
      " JOIN tag t ON t.file = f.id AND t.name = m.name WHERE NOT m.tags AND f.removed IS NULL";

  private static final String SURE =
      "SELECT 0 AS said, f.path AS path, m.name, t.value, v.label, v.score AS score, m.id"
          + " FROM verdict v JOIN model m ON m.id = v.model JOIN file f ON f.id = v.file"
          + TAGGED
          + " AND v.sure AND NOT EXISTS (SELECT 1 FROM correction c WHERE c.model = m.id"
          + " AND c.sound = "
          + Corrections.SOUND
          + ")";

  private static final String SAID =
      "SELECT 1 AS said, f.path AS path, m.name, t.value, c.label, 1.0 AS score, m.id"
          + " FROM correction c JOIN model m ON m.id = c.model JOIN file f ON c.sound = "
          + Corrections.SOUND
          + TAGGED;

  private static final String ALL =
      SAID + " UNION ALL " + SURE + " ORDER BY said DESC, score DESC, path";

  /**
   * All of them, the surest first: what the user said, then by scores. Tags that are no word for
   * any label of the model are left alone, as are those that name several labels, what is heard
   * among them.
   */
  public static List<WrongTag> all(Database database) throws LibraryException {
    return database.run(WrongTag::all);
  }

  private static List<WrongTag> all(Connection connection) throws SQLException {
    Map<Integer, List<String>> labels =
        KnownModel.all(connection).stream()
            .collect(Collectors.toMap(KnownModel::id, KnownModel::labels));
    List<WrongTag> wrong = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String heard = row.getString(5);
        Set<String> said =
            labels(
                row.getString(3), row.getString(4), labels.getOrDefault(row.getInt(7), List.of()));
        if (!said.isEmpty() && !said.contains(heard)) {
          wrong.add(
              new WrongTag(
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  new Verdict(heard, row.getDouble(6), true, row.getBoolean(1))));
        }
      }
    }
    return wrong;
  }

  /** The labels that a tag names: by all of it, or by its parts. */
  static Set<String> labels(String name, String value, List<String> known) {
    Optional<String> whole = label(name, value, known);
    return whole.isPresent()
        ? Set.of(whole.get())
        : TagValues.of(value).stream()
            .flatMap(part -> label(name, part, known).stream())
            .collect(Collectors.toSet());
  }

  private static Optional<String> label(String name, String word, List<String> known) {
    String plain = Folded.of(word).strip();
    Optional<String> alias =
        List.of(Taxonomy.GENRE, Taxonomy.MOOD).stream()
            .filter(taxonomy -> taxonomy.name().equals(name))
            .flatMap(taxonomy -> taxonomy.find(word).stream())
            .map(Label::name)
            .filter(known::contains)
            .findFirst();
    return alias.or(
        () -> known.stream().filter(label -> Folded.of(label).equals(plain)).findFirst());
  }
}
