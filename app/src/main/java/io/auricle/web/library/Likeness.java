package io.auricle.web.library;

import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.library.song.Folded;
import io.auricle.library.song.Song;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why two songs are near to each other, in words that people have: labels that both have, and tags.
 * The nearness itself is that of embeddings, which has no words; these are what goes along with it.
 *
 * @param shared the labels that count most, first
 */
record Likeness(List<Shared> shared, boolean artist, boolean album) {
  private static final int MOST = 3;

  /** Below this neither has the label in a way worth telling. */
  private static final double LEAST = 0.15;

  /**
   * A label that both have.
   *
   * @param score of the song
   * @param other of its neighbour
   */
  record Shared(String model, String label, double score, double other) {
    /** Their part of the Bhattacharyya coefficient. */
    private double weight() {
      return Math.sqrt(score * other);
    }
  }

  Likeness {
    shared = List.copyOf(shared);
  }

  /**
   * Compares two songs.
   *
   * @param scores of the song, by models and labels
   * @param others the same of its neighbour
   */
  static Likeness of(
      Song song,
      Map<String, Map<String, Double>> scores,
      Song neighbour,
      Map<String, Map<String, Double>> others) {
    List<Shared> shared = new ArrayList<>();
    scores.forEach(
        (model, labels) ->
            labels.forEach(
                (label, score) -> {
                  double other = others.getOrDefault(model, Map.of()).getOrDefault(label, 0.0);
                  if (Math.min(score, other) >= LEAST) {
                    shared.add(new Shared(model, label, score, other));
                  }
                }));
    shared.sort(Comparator.comparingDouble(Shared::weight).reversed());
    return new Likeness(
        shared.subList(0, Math.min(MOST, shared.size())),
        isSame(song.artist(), neighbour.artist()),
        isSame(song.album(), neighbour.album()));
  }

  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return one != null && other != null && Folded.of(one).equals(Folded.of(other));
  }

  void write(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("why");
    json.writeArrayFieldStart("labels");
    for (Shared one : shared) {
      json.writeStartObject();
      json.writeStringField("model", one.model());
      json.writeStringField("label", one.label());
      SongObject.number(json, "score", one.score());
      SongObject.number(json, "other", one.other());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("sameArtist", artist);
    json.writeBooleanField("sameAlbum", album);
    json.writeEndObject();
  }
}
