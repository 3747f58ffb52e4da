package io.auricle.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.eval.metric.Metric;
import io.auricle.experiment.ExperimentException;
import io.auricle.tune.Trial.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is trained and what is given up, with scores that are known beforehand. */
final class TrialScheduleTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  private Path folder;

  private final Set<String> trained = ConcurrentHashMap.newKeySet();

  /** The score of a trial is its number, a little less on later folds. */
  private TrialSchedule.Scorer scorer(int epochs, int slow, int failing) {
    return new TrialSchedule.Scorer() {
      @Override
      public int epochs(Trial trial) {
        return epochs;
      }

      @Override
      public double score(Trial trial, int fold, int allowed)
          throws ExperimentException, InterruptedException {
        if (trial.number() == slow) {
          Thread.sleep(20);
        }
        if (trial.number() == failing) {
          throw new ExperimentException("not finite");
        }
        trained.add("%d/%d/%d".formatted(trial.number(), fold, allowed));
        return trial.number() - 0.01 * fold;
      }

      @Override
      public void ended(Trial trial) {}
    };
  }

  private List<Trial> run(String rule, int epochs, int threads, int slow, int failing)
      throws Exception {
    String text =
        "{experiment: e.yaml, method: grid, folds: {count: 4}, %s space: {a: {from: 1, to: 9, scale: integer, steps: 9}}}"
            .formatted(rule);
    Search search = Search.read(Files.writeString(folder.resolve("s.yaml"), text));
    Trials trials = new Trials(Candidates.of(search), new TuneFolder(folder));
    new TrialSchedule(search, trials, scorer(epochs, slow, failing), threads).run();
    return trials.all();
  }

  @Test
  void everyTrialIsTrainedOnEachFoldOnce() throws Exception {
    List<Trial> trials = run("", 0, 2, 0, 0);
    assertEquals(36, trained.size());
    assertEquals(8.975, Trial.mean(trials.get(8).best()), 1e-12);
    assertEquals(
        0.01 * Math.sqrt(5 / 3.0), Objects.requireNonNull(trials.get(8).deviation()), 1e-12);
  }

  @Test
  void nothingIsTrainedTwiceAfterAResume() throws Exception {
    List<Trial> first = run("", 0, 2, 0, 0);
    trained.clear();
    assertEquals(first, run("", 0, 2, 0, 0));
    assertEquals(Set.of(), trained);
  }

  @Test
  void halvingOfFoldsKeepsTheBestThird() throws Exception {
    List<Trial> trials = run("halving: {start: 1, factor: 3},", 0, 2, 0, 0);
    // Nine on one fold, three on three folds, one on all four.
    assertEquals(9 + 3 * 2 + 1, trained.size());
    assertEquals(Status.DONE, trials.get(8).status());
    assertEquals("place 2 after 3 folds, 1 went on", trials.get(7).reason());
    assertEquals("place 4 after 1 folds, 3 went on", trials.get(5).reason());
  }

  @Test
  void halvingOfEpochsTrainsTheBestForLonger() throws Exception {
    List<Trial> trials = run("halving: {start: 10, factor: 3},", 90, 1, 0, 0);
    // Four folds each: nine trials for 10 epochs, three for 30, one for all 90.
    assertEquals(4 * (9 + 3 + 1), trained.size());
    assertEquals(90, trials.get(8).epochs());
    assertEquals(30, trials.get(7).epochs());
    assertEquals(4, trials.get(8).best().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void medianRuleGivesUpTheSameWhicheverThreadIsFaster(int threads) throws Exception {
    for (int slow : new int[] {1, 4, 5, 9}) {
      Files.deleteIfExists(folder.resolve("trials.jsonl"));
      String rule = "metric: log_loss, median: {group: 4, folds: 2},";
      List<Trial> trials = run(rule, 0, threads, slow, 0);
      // Less is better: all behind the first four are worse than their median.
      for (Trial trial : trials) {
        boolean first = trial.number() <= 4;
        assertEquals(first ? Status.DONE : Status.STOPPED, trial.status());
        assertEquals(first ? 4 : 2, trial.folds().size());
      }
    }
  }

  @Test
  void failedTrialIsRecordedAndTheOthersGoOn() throws Exception {
    List<Trial> trials = run("", 0, 2, 0, 9);
    assertEquals(Status.FAILED, trials.get(8).status());
    assertEquals("not finite", trials.get(8).reason());
    List<Trial> ranked = Trials.ranked(trials, Metric.ACCURACY);
    assertEquals(8, ranked.get(0).number());
    assertEquals(9, ranked.get(8).number());
  }
}
