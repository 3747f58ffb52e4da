package io.auricle.cli.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongFault;
import io.auricle.library.song.Verdict;
import io.auricle.library.sound.MusicKey;
import io.auricle.library.sound.SongKey;
import io.auricle.library.sound.SongTempo;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What JAMS' schema asks of a file (jams/schemata/jams_schema.json of JAMS 0.3 and the schemas of
 * the namespaces that are used), field by field.
 */
final class SongJamsTest {
  private static final KnownModel GENRE =
      new KnownModel(1, "genre", false, List.of("jazz", "rock"));

  private static Song song(
      @Nullable Double seconds, @Nullable SongTempo tempo, @Nullable SongKey key, boolean heard) {
    return new Song(
        1,
        "/music/a \"b\".mp3",
        5,
        6,
        false,
        heard ? "abc" : null,
        seconds,
        "a title",
        null,
        null,
        null,
        null,
        heard ? Map.of("genre", new Verdict("rock", 1, true, true)) : Map.of(),
        heard ? -0.25 : null,
        heard ? 0.5 : null,
        tempo,
        key,
        heard ? null : new SongFault("CORRUPT", "no sound"));
  }

  private static JsonNode jams(Song song) throws Exception {
    Map<String, Map<String, Double>> scores =
        song.verdicts().isEmpty() ? Map.of() : Map.of("genre", Map.of("jazz", 0.75, "rock", 0.25));
    return new ObjectMapper()
        .readTree(SongJams.of(song, List.of(GENRE), scores, Map.of("title", "a title")));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void requireWhole(JsonNode file) {
    assertEquals(Set.of("annotations", "file_metadata", "sandbox"), names(file));
    JsonNode about = file.get("file_metadata");
    for (String text : List.of("title", "artist", "release")) {
      assertTrue(about.get(text).isTextual(), text);
    }
    assertTrue(about.get("duration").isNumber() && about.get("duration").asDouble() >= 0);
    assertTrue(about.get("identifiers").isObject() && file.get("sandbox").isObject());
    assertTrue(about.get("jams_version").asText().matches("[0-9].[0-9].[0-9]"));
    assertTrue(file.get("annotations").isArray());
    for (JsonNode annotation : file.get("annotations")) {
      Set<String> known =
          Set.of("annotation_metadata", "data", "namespace", "sandbox", "time", "duration");
      assertEquals(known, new HashSet<>(names(annotation)));
      annotation.get("annotation_metadata").forEach(one -> assertTrue(one.isTextual()));
      requireInterval(annotation);
      assertTrue(annotation.get("data").isArray() && !annotation.get("data").isEmpty());
      for (JsonNode one : annotation.get("data")) {
        assertEquals(Set.of("value", "confidence", "time", "duration"), new HashSet<>(names(one)));
        requireInterval(one);
        requireValue(annotation.get("namespace").asText(), one);
      }
    }
  }

  private static void requireInterval(JsonNode of) {
    for (String name : List.of("time", "duration")) {
      assertTrue(of.get(name).isNumber() && of.get(name).asDouble() >= 0, name);
    }
  }

  private static void requireValue(String namespace, JsonNode one) {
    JsonNode value = one.get("value");
    JsonNode confidence = one.get("confidence");
    switch (namespace) {
      case "tag_open" -> assertTrue(value.isTextual() && !value.asText().isEmpty());
      case "tempo" -> {
        assertTrue(value.isNumber() && value.asDouble() >= 0);
        assertTrue(
            confidence.isNumber() && confidence.asDouble() >= 0 && confidence.asDouble() <= 1);
      }
      case "key_mode" ->
          assertTrue(value.asText().matches("[A-G][b#]?:(major|minor)"), value.asText());
      case "mood_thayer" -> {
        assertEquals(2, value.size());
        value.forEach(number -> assertTrue(number.isNumber()));
      }
      default -> throw new AssertionError(namespace + " is no namespace of JAMS that is used");
    }
  }

  private static List<String> namespaces(JsonNode file) {
    return file.get("annotations").findValuesAsText("namespace");
  }

  @Test
  void everythingThatIsKnown() throws Exception {
    JsonNode file =
        jams(
            song(
                200.5,
                new SongTempo(117.94, 0.873),
                new SongKey(MusicKey.of("F#m").orElseThrow(), 0.4),
                true));
    requireWhole(file);
    assertEquals(
        List.of("tag_open", "tag_open", "tempo", "key_mode", "mood_thayer"), namespaces(file));
    assertEquals("F#:minor", file.at("/annotations/3/data/0/value").asText());
    assertEquals(200.5, file.at("/annotations/2/data/0/duration").asDouble());
    assertEquals(-0.25, file.at("/annotations/4/data/0/value/0").asDouble());
  }

  @Test
  void nothingThatIsKnown() throws Exception {
    JsonNode file = jams(song(null, null, null, false));
    requireWhole(file);
    assertEquals(List.of(), namespaces(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B", "Cm", "C#m", "Dm", "Ebm",
        "Em", "Fm", "F#m", "Gm", "G#m", "Am", "Bbm", "Bm"
      })
  void everyKeyIsOneOfJams(String name) throws Exception {
    SongKey key = new SongKey(MusicKey.of(name).orElseThrow(), 1);
    JsonNode file = jams(song(1.0, null, key, true));
    requireWhole(file);
    boolean minor = name.endsWith("m");
    String tonic = minor ? name.substring(0, name.length() - 1) : name;
    assertEquals(
        tonic + (minor ? ":minor" : ":major"), file.at("/annotations/2/data/0/value").asText());
  }
}
