package io.auricle.library.song;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model whose verdicts are in a library, or a field of the user's own, of which only corrections
 * speak.
 *
 * @param id within the library
 * @param tags whether any number of its labels may be true of a song
 * @param labels its own, then those that only corrections have
 * @param corrected whether there are corrections of what it says
 */
public record KnownModel(
    int id, String name, boolean tags, List<String> labels, boolean corrected) {
  public KnownModel {
    labels = List.copyOf(labels);
  }

  /** One that nobody corrected. */
  public KnownModel(int id, String name, boolean tags, List<String> labels) {
    this(id, name, tags, labels, false);
  }

  /** The label that a word means, whatever its case, accents, spaces and signs. */
  public Optional<String> label(String word) {
    return labels.stream().filter(label -> letters(label).equals(letters(word))).findFirst();
  }

  private static String letters(String label) {
    return Folded.of(label)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** All that a library knows, in the order they came to it. */
  public static List<KnownModel> all(Connection connection) throws SQLException {
    Map<Integer, List<String>> corrections = corrections(connection);
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, name, tags, labels FROM model ORDER BY id");
        ResultSet rows = select.executeQuery()) {
      List<KnownModel> models = new ArrayList<>();
      while (rows.next()) {
        List<String> more = corrections.getOrDefault(rows.getInt(1), List.of());
        models.add(
            new KnownModel(
                rows.getInt(1),
                rows.getString(2),
                rows.getBoolean(3),
                Stream.concat(rows.getString(4).lines(), more.stream()).distinct().toList(),
                !more.isEmpty()));
      }
      return models;
    }
  }

  /** The labels in corrections, by models. */
  private static Map<Integer, List<String>> corrections(Connection connection) throws SQLException {
    String sql = "SELECT DISTINCT model, label FROM correction ORDER BY model, label";
    Map<Integer, List<String>> labels = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        labels.computeIfAbsent(rows.getInt(1), model -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return labels;
  }
}
