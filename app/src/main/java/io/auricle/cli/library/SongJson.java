package io.auricle.cli.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.library.song.Song;
import io.auricle.library.song.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Songs as JSON, an object a line; its fields are told in docs/library.md. */
final class SongJson {
  private static final JsonFactory JSON = new JsonFactory();

  private SongJson() {}

  static void print(SongList list, PrintWriter out) throws IOException {
    for (Song song : list.songs()) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        song(json, song);
        if (list.all()) {
          rest(json, song, list.reader().tags(song), list.reader().scores(song));
        }
        json.writeEndObject();
      }
      out.print(line + "\n");
    }
  }

  private static void song(JsonGenerator json, Song song) throws IOException {
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

  private static void rest(
      JsonGenerator json,
      Song song,
      Map<String, String> tags,
      Map<String, Map<String, Double>> scores)
      throws IOException {
    json.writeNumberField("bytes", song.bytes());
    json.writeStringField("modified", Instant.ofEpochMilli(song.modifiedMillis()).toString());
    text(json, "sound", song.soundHash());
    json.writeObjectFieldStart("tags");
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
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

  private static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Double value, int decimals)
      throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
      json.writeNumber(rounded.toPlainString());
    }
  }
}
