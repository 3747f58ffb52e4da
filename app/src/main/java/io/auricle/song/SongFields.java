package io.auricle.song;

import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.library.song.Song;
import io.auricle.library.song.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a song as JSON, which the command line and the API have in common. */
public final class SongFields {
  private SongFields() {}

  /** Writes what is known of a song into an object that is open. */
  public static void fields(JsonGenerator json, Song song) throws IOException {
    json.writeStringField("path", song.path());
    number(json, "durationSeconds", song.seconds(), 3);
    text(json, "title", song.title());
    text(json, "artist", song.artist());
    text(json, "album", song.album());
    if (song.year() != null) {
      json.writeNumberField("year", song.year());
    }
    text(json, "tagGenre", song.tagGenre());
    json.writeObjectFieldStart("models");
    for (Map.Entry<String, Verdict> said : song.verdicts().entrySet()) {
      json.writeObjectFieldStart(said.getKey());
      json.writeStringField("label", said.getValue().label());
      number(json, "score", said.getValue().score(), 4);
      json.writeBooleanField("sure", said.getValue().sure());
      if (said.getValue().corrected()) {
        json.writeBooleanField("corrected", true);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    number(json, "valence", song.valence(), 4);
    number(json, "arousal", song.arousal(), 4);
    if (song.tempo() != null) {
      number(json, "tempo", song.tempo().bpm(), 2);
      number(json, "tempoCertainty", song.tempo().certainty(), 4);
    }
    if (song.key() != null) {
      json.writeStringField("key", song.key().key().name());
      number(json, "keyCertainty", song.key().certainty(), 4);
    }
    if (song.fault() != null) {
      json.writeObjectFieldStart("error");
      json.writeStringField("code", song.fault().code());
      json.writeStringField("message", song.fault().message());
      json.writeEndObject();
    }
    if (song.removed()) {
      json.writeBooleanField("removed", true);
    }
  }

  /** Scores by models and labels, in their order. */
  public static void scores(JsonGenerator json, Map<String, Map<String, Double>> scores)
      throws IOException {
    json.writeObjectFieldStart("scores");
    for (Map.Entry<String, Map<String, Double>> model : scores.entrySet()) {
      json.writeObjectFieldStart(model.getKey());
      for (Map.Entry<String, Double> score : model.getValue().entrySet()) {
        number(json, score.getKey(), score.getValue(), 4);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** A text, unless it is missing. */
  public static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  /** A number with so many decimals at most, unless it is missing. */
  public static void number(JsonGenerator json, String name, @Nullable Double value, int decimals)
      throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
      json.writeNumber(rounded.toPlainString());
    }
  }
}
