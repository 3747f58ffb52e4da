package io.auricle.web.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.library.song.Song;
import io.auricle.song.SongFields;
import java.io.IOException;
import java.io.StringWriter;

/** Objects of the API: a song is that of {@code library list --format jsonl}, with its number. */
final class SongObject {
  private static final JsonFactory JSON = new JsonFactory();

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
    SongFields.fields(json, song);
  }

  /** Rounded to four places. */
  static void number(JsonGenerator json, String name, double value) throws IOException {
    SongFields.number(json, name, value, 4);
  }
}
