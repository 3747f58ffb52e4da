package io.auricle.plot.chart;

import io.auricle.experiment.RunFolder.Epoch;
import io.auricle.neural.EpochMetrics;
import io.auricle.plot.Axis;
import io.auricle.plot.Canvas;
import io.auricle.plot.Canvas.Anchor;
import io.auricle.plot.ColourMap;
import io.auricle.plot.Picture;
import io.auricle.plot.PictureLayout;
import io.auricle.plot.Plot;
import io.auricle.plot.PngCanvas;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/**
 * Loss and accuracy over the epochs of a training, the latest phase of it, as a picture of two
 * fields: loss above, accuracy below.
 *
 * @param epochs one at least
 * @param last epoch that there is room for
 * @param highest loss that there is room for
 */
public record LearningCurve(List<Epoch> epochs, int last, double highest) implements Plot {
  private static final PictureLayout LAYOUT = new PictureLayout(1200, 520);
  private static final int MOST_TICKS = 8;
  private static final Color TRAINING = new Color(0x1f77b4);
  private static final Color VALIDATION = new Color(0xd1495b);

  private static final int LEGEND = 15;
  private static final int LEGEND_RIGHT = 30;
  private static final int LEGEND_BASE = 34;
  private static final int STROKE = 26;
  private static final int GAP = 6;

  /** Of so few epochs, each is a large dot. */
  private static final int FEW = 3;

  private record Curve(String name, Color colour, ToDoubleFunction<EpochMetrics> value) {}

  public LearningCurve {
    epochs = List.copyOf(epochs);
  }

  /** With room for its own. */
  public LearningCurve(List<Epoch> epochs) {
    this(
        epochs,
        epochs.get(epochs.size() - 1).metrics().epoch(),
        latest(epochs).stream()
            .mapToDouble(m -> Math.max(m.loss(), m.validationLoss()))
            .max()
            .orElseThrow());
  }

  private static List<EpochMetrics> latest(List<Epoch> epochs) {
    String phase = epochs.get(epochs.size() - 1).phase();
    return epochs.stream().filter(e -> e.phase().equals(phase)).map(Epoch::metrics).toList();
  }

  @Override
  public Plot among(List<Plot> all) {
    List<LearningCurve> curves =
        all.stream()
            .filter(LearningCurve.class::isInstance)
            .map(LearningCurve.class::cast)
            .toList();
    return new LearningCurve(
        epochs,
        curves.stream().mapToInt(LearningCurve::last).max().orElse(last),
        curves.stream().mapToDouble(LearningCurve::highest).max().orElse(highest));
  }

  @Override
  public int width() {
    return LAYOUT.width();
  }

  @Override
  public int height() {
    return 2 * LAYOUT.height();
  }

  @Override
  public void draw(Canvas canvas) throws IOException {
    canvas.image(image(), 0, 0, width(), height());
  }

  /**
   * Writes the picture.
   *
   * @param png appears whole, in place of the one before
   */
  public void write(Path png) throws IOException {
    Path part = png.resolveSibling(png.getFileName() + ".part");
    ImageIO.write(image(), "png", part.toFile());
    Files.move(part, png, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Draws the picture. */
  public BufferedImage image() throws IOException {
    List<EpochMetrics> metrics = latest(epochs);
    BufferedImage loss =
        panel(
            "Loss",
            highest == 0 ? 1 : 1.05 * highest,
            metrics,
            List.of(
                new Curve("training", TRAINING, EpochMetrics::loss),
                new Curve("validation", VALIDATION, EpochMetrics::validationLoss)));
    BufferedImage accuracy =
        panel(
            "Accuracy",
            1,
            metrics,
            List.of(
                new Curve("training segments", TRAINING, EpochMetrics::accuracy),
                new Curve("validation clips", VALIDATION, EpochMetrics::validationAccuracy)));
    int height = loss.getHeight();
    BufferedImage both = new BufferedImage(loss.getWidth(), 2 * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = both.createGraphics();
    graphics.drawImage(loss, 0, 0, null);
    graphics.drawImage(accuracy, 0, height, null);
    graphics.dispose();
    return both;
  }

  private BufferedImage panel(
      String title, double top, List<EpochMetrics> metrics, List<Curve> curves) throws IOException {
    PngCanvas canvas = new PngCanvas(LAYOUT.width(), LAYOUT.height());
    Axis across = Axis.linear("Epoch", 0.5, last + 0.5, Math.min(MOST_TICKS, last));
    Axis values = Axis.linear(title, 0, top, MOST_TICKS);
    BufferedImage field = field(top, metrics, curves);
    LAYOUT.draw(
        new Picture(title, field, across, values, Optional.empty(), ColourMap.SEQUENTIAL), canvas);
    legend(canvas, curves);
    return canvas.image();
  }

  /** Beside the title, where no curve runs. */
  private static void legend(PngCanvas canvas, List<Curve> curves) {
    double right = LAYOUT.width() - LEGEND_RIGHT;
    for (int c = curves.size() - 1; c >= 0; c--) {
      Curve curve = curves.get(c);
      canvas.text(curve.name(), right, LEGEND_BASE, LEGEND, Anchor.END);
      double start = right - canvas.width(curve.name(), LEGEND) - GAP - STROKE;
      canvas.path(
          new Line2D.Double(start, LEGEND_BASE - 5, start + STROKE, LEGEND_BASE - 5),
          curve.colour());
      right = start - STROKE;
    }
  }

  private BufferedImage field(double top, List<EpochMetrics> metrics, List<Curve> curves) {
    int width = PngCanvas.PIXELS * LAYOUT.fieldWidth(false);
    int height = PngCanvas.PIXELS * LAYOUT.fieldHeight();
    BufferedImage field = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = field.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setStroke(new BasicStroke(4));
    int radius = metrics.size() <= FEW ? 14 : 5;
    for (Curve curve : curves) {
      graphics.setColor(curve.colour());
      Path2D path = new Path2D.Double();
      for (EpochMetrics epoch : metrics) {
        double x = (epoch.epoch() - 0.5) / last * width;
        double y = height * (1 - curve.value().applyAsDouble(epoch) / top);
        graphics.fillOval((int) x - radius, (int) y - radius, 2 * radius, 2 * radius);
        if (path.getCurrentPoint() == null) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
      graphics.draw(path);
    }
    graphics.dispose();
    return field;
  }
}
