package io.auricle.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.reproduce.Reproduction.Account;
import io.auricle.reproduce.Reproduction.Protocol;
import io.auricle.reproduce.Reproduction.TableRow;
import io.auricle.reproduce.Reproduction.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("NullAway") // a null would fail the test
class ReproductionsTest {
  @TempDir Path folder;

  static Stream<Reproduction> all() {
    return Reproductions.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyRowIsAnExperimentUnderBothProtocols(Reproduction reproduction) throws Exception {
    for (Variant variant : reproduction.variants()) {
      for (Reproduction.Row row : reproduction.rows()) {
        for (Account account : Account.values()) {
          read(reproduction, account, reproduction.published(), variant, row, Map.of());
        }
        if (reproduction.honest() != null) {
          Experiment honest =
              read(
                  reproduction,
                  Account.CODE,
                  reproduction.honest(),
                  variant,
                  row,
                  variant.honest());
          assertFalse(
              ((TrainedRecipe) honest.recipe()).data().get(0).split().leakyRandom() != null,
              reproduction.id() + ": the honest split must not leak");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theQuickRunIsAnExperimentToo(Reproduction reproduction) throws Exception {
    for (Variant variant : reproduction.variants()) {
      for (Reproduction.Row row : reproduction.rows()) {
        read(
            reproduction,
            Account.REPORT,
            reproduction.published(),
            variant,
            row,
            reproduction.quick());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void commandsHaveTheirFiles(Reproduction reproduction) throws Exception {
    for (Variant variant : reproduction.variants()) {
      if (variant.experiment() == null && variant.runs().isEmpty()) {
        Reproducer reproducer =
            new Reproducer(GivenData.of(folder), true, Map.of(), RunOptions.of(folder, line -> {}));
        for (List<String> words : reproducer.commands(reproduction, variant)) {
          assertFalse(String.join(" ", words).contains("${"), words.toString());
          for (String word : words) {
            if (word.endsWith(".yaml")) {
              assertTrue(Files.exists(Path.of(word)), word);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void runsThatCommandsReadAreRowsOfTablesOnTheSameData(Reproduction reproduction) {
    for (Variant variant : reproduction.variants()) {
      for (TableRow run : variant.runs().values()) {
        Reproduction table = Reproductions.named(run.table());
        assertNull(table.row(run.row()).skip(), run.toString());
        assertNotNull(table.published(), run.toString());
        assertTrue(
            table.variants().stream().anyMatch(v -> variant.needs().containsAll(v.needs())),
            reproduction.id() + " needs less than " + run);
      }
      for (String line : variant.commands()) {
        for (String name : variant.runs().keySet()) {
          assertTrue(String.join(" ", variant.commands()).contains("${" + name + "}"), line);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNeededStandsInTheDocumentation(Reproduction reproduction) throws Exception {
    String document = Files.readString(Path.of("..", "docs", "data.md"));
    for (Variant variant : reproduction.variants()) {
      for (String need : variant.needs()) {
        assertTrue(document.contains("`" + need + "`"), reproduction.id() + ": " + need);
      }
    }
  }

  @Test
  void everyTableAndFigureOfTheStudiesHasAnEntry() {
    List<String> wanted =
        List.of(
            "CS615 final report, Table I",
            "CS615 final report, Table II",
            "CS615 final report, figure 1",
            "CS615 final report, figures 2 and 3",
            "CS615 final report, figures 4 to 6",
            "Groningen, figure 1",
            "Groningen, figure 2",
            "Groningen, figure 3",
            "Groningen, figure 4 and section 2.2",
            "Groningen, section 2.5",
            "Groningen, section 3",
            "Groningen, figures 5 to 7",
            "GenreWiz, classification report",
            "GenreWiz, results",
            "Softmax autoencoders, precision and recall",
            "Softmax autoencoders, model training and confusion matrix",
            "Softmax autoencoders, PCA comparison",
            "Chin, Table 1",
            "Chin, Tables 2 and 3",
            "Chin, Table 4, networks",
            "Chin, Table 4, feature engineering",
            "Chin, Table 5",
            "Chin, Table 6",
            "Chin, Table 7",
            "Chin, figure 1",
            "Chin, figure 2",
            "Chin, figure 3");
    List<String> sources = Reproductions.all().stream().map(Reproduction::source).toList();
    assertEquals(List.of(), wanted.stream().filter(source -> !sources.contains(source)).toList());
  }

  @Test
  void publishedFiguresAreThoseOfTheStudies() {
    assertEquals(0.323333, published("cs615-table-1", "2 convolutions, ReLU, 3 dropouts"));
    assertEquals(0.344482, published("cs615-table-2", "850 units"));
    assertEquals(0.9229, published("groningen-results", "feed-forward network"));
    assertEquals(0.38, published("genrewiz-report", "parallel CNN and GRU"));
    assertEquals(0.584, published("softmax-ae-report", "autoencoder with classifier"));
    assertEquals(0.892, published("chin-table-4-networks", "CNN-7"));
    assertEquals(0.776, published("chin-table-4-classical", "gradient boosting"));
    assertEquals(0.619, published("chin-table-7", "base"));
    assertEquals(0.565, published("chin-table-7", "upsample, 0.25"));
    assertEquals(0.5, published("chin-table-7", "downsample, 1"));
  }

  private static double published(String table, String row) {
    return Reproductions.named(table).row(row).published().get(0);
  }

  @Test
  void everyFileThatAVariantReadsComesAlong() {
    List<String> files =
        Reproductions.all().stream()
            .flatMap(reproduction -> reproduction.variants().stream())
            .flatMap(variant -> variant.files().stream())
            .distinct()
            .toList();
    assertTrue(files.contains("tags/chin.yaml"), files.toString());
    files.forEach(file -> assertFalse(Reproductions.file(file).isBlank(), file));
  }

  @Test
  void outsideSongsAreTenOfEachGenreButDisco() {
    Map<String, Integer> genres = new TreeMap<>();
    Set<String> songs = new HashSet<>();
    for (String collection : List.of("mood4q", "emotify")) {
      Reproductions.file("labels/outside-" + collection + ".csv")
          .lines()
          .skip(1)
          .forEach(
              line -> {
                assertTrue(songs.add(line), line);
                genres.merge(line.substring(line.indexOf(',') + 1), 1, Integer::sum);
              });
    }
    assertEquals(
        "{blues=10, classical=10, country=10, hiphop=10, jazz=10, metal=10, pop=10, reggae=10,"
            + " rock=10}",
        genres.toString());
  }

  @Test
  void aMisspeltTableGetsTheNearestName() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Reproductions.named("groningen-result"))
            .getMessage();
    assertTrue(message.contains("did you mean groningen-results"), message);
  }

  private Experiment read(
      Reproduction reproduction,
      Account account,
      Protocol protocol,
      Variant variant,
      Reproduction.Row row,
      Map<String, String> more)
      throws Exception {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, Reproductions.file(variant.experiment() + ".yaml"));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data", folder.toString());
    if (variant.needs().contains(GivenData.OUTSIDE)) {
      settings.put("outside", folder.toString());
    }
    settings.putAll(variant.set());
    settings.putAll(protocol.set());
    settings.putAll(row.set());
    settings.putAll(reproduction.settings(account, row));
    settings.putAll(more);
    return ExperimentReader.read(file, settings);
  }
}
