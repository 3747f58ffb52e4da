package io.auricle.cli.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A song in JAMS, the format of annotations of research (https://jams.readthedocs.io; Humphrey and
 * others 2014): tags with their scores (namespace tag_open), tempo, key_mode and mood_thayer, each
 * for the whole song.
 */
final class SongJams {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_NAME = 80;

  private SongJams() {}

  /**
   * The name of a song's file.
   *
   * @param number that keeps songs of one name apart
   */
  static String name(Song song, String number) {
    String own = String.valueOf(Path.of(song.path()).getFileName());
    int dot = own.lastIndexOf('.');
    String stem = (dot > 0 ? own.substring(0, dot) : own).replaceAll("[^\\p{L}\\p{N} ._-]", "_");
    return number + "-" + stem.substring(0, Math.min(LONGEST_NAME, stem.length())) + ".jams";
  }

  static String of(
      Song song,
      List<KnownModel> models,
      Map<String, Map<String, Double>> scores,
      Map<String, String> tags)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      metadata(json, song);
      json.writeArrayFieldStart("annotations");
      for (KnownModel model : models) {
        Map<String, Double> own = scores.getOrDefault(model.name(), Map.of());
        if (!own.isEmpty()) {
          begin(json, song, "tag_open", "program", model.name());
          for (Map.Entry<String, Double> score : own.entrySet()) {
            json.writeStartObject();
            time(json, song);
            json.writeStringField("value", score.getKey());
            number(json, "confidence", score.getValue());
            json.writeEndObject();
          }
          end(json);
        }
        @Nullable Verdict said = song.verdicts().get(model.name());
        if (said != null && said.corrected()) {
          begin(json, song, "tag_open", "manual annotation", model.name());
          json.writeStartObject();
          time(json, song);
          json.writeStringField("value", said.label());
          number(json, "confidence", 1);
          json.writeEndObject();
          end(json);
        }
      }
      measured(json, song);
      json.writeEndArray();
      json.writeObjectFieldStart("sandbox");
      json.writeObjectFieldStart("tags");
      for (Map.Entry<String, String> tag : tags.entrySet()) {
        json.writeStringField(tag.getKey(), tag.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void metadata(JsonGenerator json, Song song) throws IOException {
    json.writeObjectFieldStart("file_metadata");
    json.writeStringField("title", song.title() == null ? "" : song.title());
    json.writeStringField("artist", song.artist() == null ? "" : song.artist());
    json.writeStringField("release", song.album() == null ? "" : song.album());
    number(json, "duration", seconds(song));
    json.writeObjectFieldStart("identifiers");
    json.writeStringField("path", song.path());
    if (song.soundHash() != null) {
      json.writeStringField("sound_sha256", song.soundHash());
    }
    json.writeEndObject();
    json.writeStringField("jams_version", "0.3.4");
    json.writeEndObject();
  }

  private static void measured(JsonGenerator json, Song song) throws IOException {
    if (song.tempo() != null) {
      begin(json, song, "tempo", "program", "tempo");
      json.writeStartObject();
      time(json, song);
      number(json, "value", song.tempo().bpm());
      number(json, "confidence", song.tempo().certainty());
      json.writeEndObject();
      end(json);
    }
    if (song.key() != null) {
      String name = song.key().key().name();
      String tonic = name.endsWith("m") ? name.substring(0, name.length() - 1) : name;
      begin(json, song, "key_mode", "program", "key");
      json.writeStartObject();
      time(json, song);
      json.writeStringField("value", tonic + (name.endsWith("m") ? ":minor" : ":major"));
      number(json, "confidence", song.key().certainty());
      json.writeEndObject();
      end(json);
    }
    if (song.valence() != null && song.arousal() != null) {
      begin(json, song, "mood_thayer", "program", "mood");
      json.writeStartObject();
      time(json, song);
      json.writeArrayFieldStart("value");
      json.writeNumber(rounded(song.valence()));
      json.writeNumber(rounded(song.arousal()));
      json.writeEndArray();
      json.writeNullField("confidence");
      json.writeEndObject();
      end(json);
    }
  }

  private static void begin(
      JsonGenerator json, Song song, String namespace, String source, String tool)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("namespace", namespace);
    json.writeObjectFieldStart("annotation_metadata");
    json.writeStringField("data_source", source);
    json.writeStringField("annotation_tools", "auricle " + tool);
    json.writeEndObject();
    time(json, song);
    json.writeArrayFieldStart("data");
  }

  private static void end(JsonGenerator json) throws IOException {
    json.writeEndArray();
    json.writeObjectFieldStart("sandbox");
    json.writeEndObject();
    json.writeEndObject();
  }

  private static double seconds(Song song) {
    return song.seconds() == null ? 0 : song.seconds();
  }

  private static void time(JsonGenerator json, Song song) throws IOException {
    json.writeNumberField("time", 0);
    number(json, "duration", seconds(song));
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(rounded(value));
  }

  private static String rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }
}
