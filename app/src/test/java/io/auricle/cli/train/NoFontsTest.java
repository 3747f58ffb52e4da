package io.auricle.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.experiment.RunFolder;
import io.auricle.plot.Canvas;
import io.auricle.plot.Plot;
import io.auricle.report.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A Java whose fontconfig knows no font, as in a bare container. */
@EnabledOnOs(OS.LINUX)
final class NoFontsTest {
  private static final String EPOCH =
      "{\"phase\":\"train\",\"epoch\":1,\"loss\":1.0,\"accuracy\":0.5,\"validationLoss\":1.0,"
          + "\"validationAccuracy\":0.5,\"validationAuc\":0.5,\"learningRate\":0.1,\"seconds\":1.0,"
          + "\"best\":true}\n";

  /** What the other Java does: a plot as after a run, two epochs of a training, and its end. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      System.out.println(new Words().write(folder, "plot").size());
      PrintWriter said = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      try (TrainingView view = new TrainingView(said, List.of())) {
        view.epochEnded(new RunFolder(folder));
        view.epochEnded(new RunFolder(folder));
      }
      RunReport.drawCurve(new RunFolder(folder));
    }
  }

  private record Words() implements Plot {
    @Override
    public int width() {
      return 100;
    }

    @Override
    public int height() {
      return 50;
    }

    @Override
    public void draw(Canvas canvas) {
      canvas.text("words", 10, 20, 12, Canvas.Anchor.START);
    }
  }

  @Test
  void trainingGoesOnWithoutItsCurveAndPlotsComeAsSvg(@TempDir Path folder) throws Exception {
    Path none = Files.createDirectory(folder.resolve("none"));
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(none.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
    Files.writeString(run.resolve("metrics.jsonl"), EPOCH);
    ProcessBuilder child =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + none, // where Java remembers the fonts of earlier programs
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            run.toString());
    child.environment().put("FONTCONFIG_FILE", none.resolve("fonts.conf").toString());
    child.redirectErrorStream(true);
    Process process = child.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertEquals(0, process.waitFor(), lines.toString());
    assertEquals(
        List.of(
            "1",
            "auricle: learning.png is not drawn: no fonts to draw with: install fontconfig and a"
                + " font, or write SVG; the training goes on"),
        lines);
    assertTrue(Files.readString(run.resolve("plot.svg")).contains("words"));
    assertFalse(Files.exists(run.resolve("plot.png")));
    assertFalse(Files.exists(run.resolve("learning.png")));
  }
}
