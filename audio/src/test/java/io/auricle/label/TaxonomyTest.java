package io.auricle.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxonomyTest {
  @Test
  void genresAreThoseOfGtzanThenElectronic() {
    assertEquals(11, Taxonomy.GENRE.labels().size());
    assertEquals(Taxonomy.GTZAN.labels(), Taxonomy.GENRE.labels().subList(0, 10));
    assertEquals(new Label("electronic"), Taxonomy.GENRE.labels().get(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hiphop", "Hip-Hop", "hip hop", "HIP_HOP", "Rap", "hip-hop/rap"})
  void spellingsOfHiphopAreOneLabel(String word) {
    assertEquals(Optional.of(new Label("hiphop")), Taxonomy.GENRE.find(word));
  }

  @Test
  void wordThatIsNoGenreIsNotFound() {
    assertEquals(Optional.empty(), Taxonomy.GENRE.find("Pop/Rock"));
  }

  @Test
  void aliasOfAnUnknownLabelIsRefused() {
    assertEquals(
        "alias a=polka must stand for one of [jazz]",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Taxonomy("x", Taxonomy.named("jazz"), Map.of("a", new Label("polka"))))
            .getMessage());
  }

  @Test
  void labelTwiceIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Taxonomy("x", Taxonomy.named("jazz", "jazz"), Map.of()));
  }

  @Test
  void closedMappingKnowsItsOwnWordsOnly() {
    Map<String, Label> words = Map.of("Rap", new Label("hiphop"));
    assertEquals(
        List.of(true, false),
        List.of(
            new LabelMapping(Taxonomy.GENRE, words, true).find("rap").isPresent(),
            new LabelMapping(Taxonomy.GENRE, words, true).find("Jazz").isPresent()));
    assertEquals(
        Optional.of(new Label("jazz")),
        new LabelMapping(Taxonomy.GENRE, words, false).find("Jazz"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " jazz", "a\nb"})
  void labelIsOneLineOfText(String name) {
    assertThrows(IllegalArgumentException.class, () -> new Label(name));
  }
}
