package io.auricle.report;

import io.auricle.plot.chart.DotPanels;
import io.auricle.plot.chart.DotPanels.Dot;
import io.auricle.plot.chart.DotPanels.Panel;
import io.auricle.tune.SettingValues;
import io.auricle.tune.Trial;
import io.auricle.tune.Tuner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws a search: the score of each trial in turn, and by the value of each setting. */
public final class TuningPlot {
  private TuningPlot() {}

  /** Writes {@code trials.png} and {@code trials.svg} into the folder of the search. */
  public static List<Path> write(Tuner.Result result) throws IOException {
    return plot(result).write(result.folder().path(), "trials");
  }

  static DotPanels plot(Tuner.Result result) {
    List<Trial> scored =
        result.trials().stream()
            .filter(trial -> !trial.folds().isEmpty())
            .sorted(Comparator.comparingInt(Trial::number))
            .toList();
    List<Panel> panels = new ArrayList<>();
    List<Dot> inTurn = new ArrayList<>();
    for (Trial trial : scored) {
      inTurn.add(dot(trial, trial.number()));
    }
    panels.add(new Panel("trial", false, List.of(), inTurn));
    for (Map.Entry<String, SettingValues> setting : result.search().space().entrySet()) {
      panels.add(panel(setting.getKey(), setting.getValue(), scored));
    }
    Trial best = result.trials().get(0);
    return new DotPanels(
        String.format(
            Locale.ROOT,
            "%s over %d folds: best %.4f in trial %d of %d",
            result.search().metric().title(),
            result.search().folds().count(),
            Trial.mean(best.best()),
            best.number(),
            result.trials().size()),
        result.search().metric().title(),
        panels);
  }

  private static Panel panel(String key, SettingValues values, List<Trial> scored) {
    boolean numbers =
        scored.stream().allMatch(trial -> trial.settings().get(key) instanceof Number);
    List<Dot> dots = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (!numbers) {
      values.grid().forEach(value -> names.add(String.valueOf(value)));
    }
    for (Trial trial : scored) {
      Object value = trial.settings().get(key);
      dots.add(
          dot(
              trial,
              numbers && value instanceof Number number
                  ? number.doubleValue()
                  : names.indexOf(String.valueOf(value))));
    }
    return new Panel(key, numbers && values.logarithmic(), names, dots);
  }

  private static Dot dot(Trial trial, double x) {
    return new Dot(x, Trial.mean(trial.best()), trial.status() == Trial.Status.DONE);
  }
}
