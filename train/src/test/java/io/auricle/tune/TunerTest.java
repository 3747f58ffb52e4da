package io.auricle.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.run.Experiments;
import io.auricle.tune.Trial.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches on a small table. */
final class TunerTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  private Path folder;

  @Test
  void sameScoresWithAnyNumberOfThreads() throws Exception {
    TunedTable.write(folder, TunedTable.SEARCH);
    assertEquals(scores(run(1)), scores(run(3)));
  }

  @Test
  void bestSettingsAreAReadyExperiment() throws Exception {
    TunedTable.write(folder, TunedTable.SEARCH);
    Tuner.Result result = run(2);
    Trial best = result.trials().get(0);
    assertTrue(result.trials().stream().allMatch(t -> t.status() == Status.DONE));
    assertTrue(
        result.trials().stream().allMatch(t -> Trial.mean(t.best()) <= Trial.mean(best.best())));
    Experiment ready = ExperimentReader.read(result.folder().best(), Map.of());
    String model = String.valueOf(ready.recipe());
    assertTrue(
        model.contains("neighbours=" + best.settings().get("model.classic.neighbours")), model);
    assertEquals(7, Files.readAllLines(result.folder().table()).size());
    assertFalse(Files.exists(result.folder().path().resolve("work")));
  }

  @Test
  void resumedSearchKeepsFinishedFoldsAndEndsTheSame() throws Exception {
    TunedTable.write(folder, TunedTable.SEARCH);
    Tuner.Result whole = run(1);
    TuneFolder begun = whole.folder();
    // As a kill leaves it: two trials done, one begun, the others not, a training half written.
    List<Trial> trials = new ArrayList<>(begun.readTrials());
    trials.replaceAll(
        t ->
            t.number() <= 2
                ? t
                : new Trial(
                    t.number(),
                    t.settings(),
                    Status.OPEN,
                    null,
                    t.number() == 3 ? t.folds().subList(0, 1) : List.of()));
    begun.writeTrials(trials);
    Files.createDirectories(begun.work(3, 2, 0).resolve("model"));
    Tuner.Result resumed =
        Tuner.resume(begun.path(), RunOptions.of(folder.resolve("ws"), line -> {}), 2);
    assertEquals(scores(whole), scores(resumed));
    Trial kept = begun.readTrials().get(0);
    assertEquals(trials.get(0).seconds(), kept.seconds());
  }

  /** 57 columns, of which six tell the labels apart; the epoch is chosen on a fold of its own. */
  @Test
  void networksAreTunedByHalvingTheirEpochs() throws Exception {
    TunedTable.write(folder, TunedTable.NETWORK_SEARCH);
    Tuner.Result result = run(2);
    List<Trial> trials = result.trials();
    assertEquals(4, trials.size());
    assertEquals(8, trials.get(0).epochs());
    assertEquals(3, trials.get(0).best().size());
    assertTrue(Trial.mean(trials.get(0).best()) > 0.75, scores(result).toString());
    // Four trials of two epochs, two of four, one of eight.
    assertEquals(
        List.of(8, 4, 2, 2), trials.stream().map(Trial::epochs).sorted((a, b) -> b - a).toList());
    RunFolder trained =
        Experiments.run(result.folder().best(), Map.of(), folder.resolve("trained"), line -> {});
    assertTrue(Files.exists(trained.model()));
  }

  @Test
  void resumeWithOtherDataIsRefused() throws Exception {
    TunedTable.write(folder, TunedTable.SEARCH);
    Path path = run(1).folder().path();
    Path table = folder.resolve("table.csv");
    List<String> lines = Files.readAllLines(table);
    Files.write(table, lines.subList(0, lines.size() - 4));
    ExperimentException e =
        assertThrows(
            ExperimentException.class,
            () -> Tuner.resume(path, RunOptions.of(folder.resolve("ws"), line -> {}), 1));
    assertTrue(String.valueOf(e.getMessage()).contains("the tracks are others"), e.toString());
  }

  @Test
  void testTracksAreNeverTouched() throws Exception {
    TunedTable.write(folder, TunedTable.SEARCH);
    List<String> said = new ArrayList<>();
    Tuner.run(
        folder.resolve("search.yaml"),
        Map.of("data", folder.toString()),
        RunOptions.of(folder.resolve("ws"), said::add),
        1);
    // 40 songs, a quarter of them in the test part.
    assertTrue(said.get(0).startsWith("6 trials on 3 folds of 30 tracks in "), said.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "neighbours:|neighbors:|there is no key model.classic.neighbors; did you mean neighbours?",
        "model.classic.weights|modle.classic.weights|did you mean model.classic",
        "count: 3|count: 16|label blues has 15 tracks in the training and validation parts, fewer",
        "[distance, uniform]|[distance, unifrom]|model.classic.weights",
        "experiment.yaml|other.yaml|other.yaml: no such file",
        "model.classic.weights: [distance, uniform]|labels: [[blues, rock], [rock, blues]]|labels"
            + " and data must be the same",
      })
  void badSearchEndsBeforeAnyWork(String what, String other, String message) throws Exception {
    TunedTable.write(folder, TunedTable.SEARCH.replace(what, other));
    ExperimentException e = assertThrows(ExperimentException.class, () -> run(1));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.toString());
    assertFalse(Files.exists(folder.resolve("ws/runs")));
  }

  @Test
  void searchWithoutDataSaysWhatToGive() throws Exception {
    Path search = TunedTable.write(folder, TunedTable.SEARCH);
    ExperimentException e =
        assertThrows(
            ExperimentException.class,
            () -> Tuner.run(search, Map.of(), RunOptions.of(folder, line -> {}), 1));
    assertTrue(
        String.valueOf(e.getMessage()).endsWith("give it with --set data=..."), e.toString());
  }

  private Tuner.Result run(int threads) throws Exception {
    return Tuner.run(
        folder.resolve("search.yaml"),
        Map.of("data", folder.toString()),
        RunOptions.of(folder.resolve("ws"), line -> {}),
        threads);
  }

  /** Everything but the time it took. */
  private static List<String> scores(Tuner.Result result) {
    return result.trials().stream()
        .map(
            t ->
                "%d %s %s %s"
                    .formatted(
                        t.number(),
                        t.settings(),
                        t.status(),
                        t.folds().stream().map(s -> s.fold() + ":" + s.score()).toList()))
        .toList();
  }
}
