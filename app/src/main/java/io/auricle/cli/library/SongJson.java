package io.auricle.cli.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.library.song.Song;
import io.auricle.song.SongFields;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;

/** Songs as JSON, an object a line; its fields are told in docs/library.md. */
final class SongJson {
  private static final JsonFactory JSON = new JsonFactory();

  private SongJson() {}

  static void print(SongList list, PrintWriter out) throws IOException {
    for (Song song : list.songs()) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        SongFields.fields(json, song);
        if (list.all()) {
          rest(json, song, list.reader().tags(song), list.reader().scores(song));
        }
        json.writeEndObject();
      }
      out.print(line + "\n");
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
    SongFields.text(json, "sound", song.soundHash());
    json.writeObjectFieldStart("tags");
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
    SongFields.scores(json, scores);
  }
}
