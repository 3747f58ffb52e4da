package io.auricle.library.song;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A model whose verdicts are in a library.
 *
 * @param id within the library
 * @param tags whether any number of its labels may be true of a song
 */
public record KnownModel(int id, String name, boolean tags, List<String> labels) {
  public KnownModel {
    labels = List.copyOf(labels);
  }

  /** All that a library knows, in the order they came to it. */
  public static List<KnownModel> all(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, name, tags, labels FROM model ORDER BY id");
        ResultSet rows = select.executeQuery()) {
      List<KnownModel> models = new ArrayList<>();
      while (rows.next()) {
        models.add(
            new KnownModel(
                rows.getInt(1),
                rows.getString(2),
                rows.getBoolean(3),
                rows.getString(4).lines().toList()));
      }
      return models;
    }
  }
}
