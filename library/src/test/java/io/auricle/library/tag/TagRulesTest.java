package io.auricle.library.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.Verdict;
import io.auricle.library.sound.MusicKey;
import io.auricle.library.sound.SongKey;
import io.auricle.library.sound.SongTempo;
import io.auricle.text.TextFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which labels are written, under which words, and what becomes of what is there. */
final class TagRulesTest {
  private static final List<KnownModel> MODELS =
      List.of(
          new KnownModel(1, "genre", false, List.of("jazz", "hiphop")),
          new KnownModel(2, "mood", false, List.of("calm", "sad")),
          new KnownModel(3, "my-tags", true, List.of("calm", "loud")));

  private static Song song(boolean sure) {
    Map<String, Verdict> verdicts =
        Map.of("genre", new Verdict("hiphop", 0.6, sure), "mood", new Verdict("calm", 0.9, true));
    return new Song(
        1, "/a.mp3", 1, 1, false, "", 1.0, null, null, null, null, null, verdicts, null, null, null,
        null, null);
  }

  private static Map<String, Map<String, Double>> scores() {
    Map<String, Double> genre = new LinkedHashMap<>();
    genre.put("hiphop", 0.6);
    genre.put("jazz", 0.0049);
    return Map.of("genre", genre, "mood", Map.of("calm", 0.9), "my-tags", Map.of("calm", 0.7));
  }

  private static TagRules rules(
      TagPolicy policy, double least, boolean unsure, String moods, LabelNames words) {
    return new TagRules(
        EnumSet.allOf(TagRules.Field.class),
        Map.of("GENRE", "genre", "MOOD", moods),
        policy,
        least,
        unsure,
        words);
  }

  private static Map<String, List<String>> heard(TagRules rules, boolean sure) {
    return rules.heard(song(sure), MODELS, scores(), Map.of("my-tags", List.of("calm", "loud")));
  }

  @Test
  void onlyWhatIsSureAndHighEnoughCounts() {
    TagRules plain = rules(TagPolicy.EMPTY, 0, false, "mood", LabelNames.NONE);
    assertEquals(
        Map.of(
            "GENRE", List.of("hiphop"),
            "MOOD", List.of("calm"),
            "AURICLE_GENRE", List.of("hiphop=0.600"),
            "AURICLE_MOOD", List.of("calm=0.900"),
            "AURICLE_MY_TAGS", List.of("calm=0.700")),
        heard(plain, true));
    assertEquals(List.of(), heard(plain, false).get("GENRE"));
    TagRules high = rules(TagPolicy.EMPTY, 0.7, true, "mood", LabelNames.NONE);
    assertEquals(List.of(), heard(high, false).get("GENRE"));
    TagRules tags = rules(TagPolicy.EMPTY, 0.5, true, "my-tags", LabelNames.NONE);
    assertEquals(List.of("hiphop"), heard(tags, false).get("GENRE"));
    assertEquals(List.of("calm"), heard(tags, false).get("MOOD"));
  }

  @Test
  void tempoAndKeyAreWrittenWhereTheyAreSureAndOnce() {
    TagRules rules = rules(TagPolicy.APPEND, 0, false, "mood", LabelNames.NONE);
    Song song = song(true);
    Song measured =
        new Song(
            1,
            "/a.mp3",
            1,
            1,
            false,
            "",
            1.0,
            null,
            null,
            null,
            null,
            null,
            song.verdicts(),
            null,
            null,
            new SongTempo(117.94, 0.8),
            new SongKey(new MusicKey(9, true), 0.4),
            null);
    Map<String, List<String>> heard = rules.heard(measured, MODELS, scores(), Map.of());
    assertEquals(List.of("118"), heard.get("BPM"));
    assertEquals(null, heard.get("INITIALKEY"));
    assertEquals(List.of("117.94=0.800"), heard.get("AURICLE_TEMPO"));
    assertEquals(List.of("Am=0.400"), heard.get("AURICLE_KEY"));
    Map<String, List<String>> there = Map.of("BPM", List.of("120"));
    assertEquals(List.of(), rules.changes(there, Map.of("BPM", List.of("118"))));
    TagRules unsure = rules(TagPolicy.REPLACE, 0, true, "mood", LabelNames.NONE);
    assertEquals(
        List.of("Am"), unsure.heard(measured, MODELS, scores(), Map.of()).get("INITIALKEY"));
    assertEquals(1, unsure.changes(there, Map.of("BPM", List.of("118"))).size());
  }

  @Test
  void policiesSayWhatBecomesOfWhatIsThere() {
    List<String> heard = List.of("Jazz");
    assertEquals(List.of("Rock"), TagPolicy.EMPTY.values(List.of("Rock"), heard));
    assertEquals(heard, TagPolicy.EMPTY.values(List.of(" "), heard));
    assertEquals(heard, TagPolicy.REPLACE.values(List.of("Rock"), heard));
    assertEquals(List.of("Rock"), TagPolicy.REPLACE.values(List.of("Rock"), List.of()));
    assertEquals(List.of("Rock", "Jazz"), TagPolicy.APPEND.values(List.of("Rock", ""), heard));
    assertEquals(List.of("jazz"), TagPolicy.APPEND.values(List.of("jazz"), heard));
  }

  @Test
  void changesAreOnlyWhatIsAnother() {
    TagRules rules = rules(TagPolicy.REPLACE, 0, false, "mood", LabelNames.NONE);
    assertEquals(
        List.of(new TagChange("MOOD", List.of("sad"), List.of("calm"))),
        rules.changes(
            Map.of("GENRE", List.of("hiphop"), "MOOD", List.of("sad")),
            Map.of("GENRE", List.of("hiphop"), "MOOD", List.of("calm"))));
  }

  @Test
  void wordsOfUsersTakeThePlaceOfLabels(@TempDir Path folder) throws Exception {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    MODELS.forEach(model -> labels.put(model.name(), model.labels()));
    Path file = folder.resolve("words.txt");
    Files.writeString(file, "# mine\n\nhiphop: Hip-Hop/Rap\ncalm: 'Quiet: very'\nmy-tags.calm:\n");
    LabelNames words = LabelNames.read(file, labels);
    assertEquals("Hip-Hop/Rap", words.of("genre", "hiphop").orElseThrow());
    assertEquals("Quiet: very", words.of("mood", "calm").orElseThrow());
    assertTrue(words.of("my-tags", "calm").isEmpty());
    assertEquals("jazz", words.of("genre", "jazz").orElseThrow());
    Files.writeString(file, "hiphop: a\npolka: b\n");
    TextFileException e =
        assertThrows(TextFileException.class, () -> LabelNames.read(file, labels));
    assertTrue(
        String.valueOf(e.getMessage()).contains("label=polka must be one of"), e.getMessage());
  }
}
