package io.auricle.web.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.library.song.Song;
import io.auricle.library.song.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A song as JSON: the object of {@code auricle library list --format jsonl}, with its number. */
final class SongObject {
  private static final JsonFactory JSON = new JsonFactory();
  private static final double ROUND = 10_000;

  private SongObject() {}

  /** Writes what is in an object. */
  @FunctionalInterface
  interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /** An object as text. */
  static String of(Content content) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  /** Writes the fields of a song into an object that is open. */
  static void fields(JsonGenerator json, Song song) throws IOException {
    json.writeNumberField("id", song.id());
    json.writeStringField("path", song.path());
    number(json, "durationSeconds", song.seconds());
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
      number(json, "score", said.getValue().score());
      json.writeBooleanField("sure", said.getValue().sure());
      if (said.getValue().corrected()) {
        json.writeBooleanField("corrected", true);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    number(json, "valence", song.valence());
    number(json, "arousal", song.arousal());
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

  private static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  /** Rounded to four places. */
  static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, Math.round(ROUND * value) / ROUND);
    }
  }
}
