package io.auricle.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.experiment.TrainingProgress;
import io.auricle.neural.StepMetrics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TrainingViewTest {
  @Test
  void barShowsShareLossAccuracySpeedAndTimeLeft() {
    assertEquals(
        "[############------------] epoch 3/4, loss 1.234, accuracy 0.612, 845 segments/s,"
            + " 1:02:05 left",
        TrainingView.bar(progress(3, 0, 3725)));
  }

  @Test
  void barIsEmptyAtTheStartAndFullAtTheEnd() {
    assertEquals("[" + "-".repeat(24) + "]", TrainingView.bar(progress(1, 0, 0)).substring(0, 26));
    assertEquals("[" + "#".repeat(24) + "]", TrainingView.bar(progress(4, 20, 0)).substring(0, 26));
  }

  @Test
  void numbersHaveADecimalPointInEveryCountry() {
    Locale before = Locale.getDefault();
    String here = TrainingView.bar(progress(3, 1, 60));
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(here, TrainingView.bar(progress(3, 1, 60)));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void withoutATerminalOnlyLinesAreWritten() {
    StringWriter text = new StringWriter();
    try (TrainingView view = new TrainingView(new PrintWriter(text), List.of())) {
      view.stepped(progress(1, 1, 60));
      view.said("epoch 1 of 4");
    }
    assertEquals("auricle: epoch 1 of 4" + System.lineSeparator(), text.toString());
  }

  private static TrainingProgress progress(int epoch, int step, double secondsLeft) {
    return new TrainingProgress(
        new StepMetrics(epoch, step, 20, 1.2341, 0.6118, 845.2), 4, secondsLeft);
  }
}
