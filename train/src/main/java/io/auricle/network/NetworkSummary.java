package io.auricle.network;

import io.auricle.network.layer.Layer;
import io.auricle.network.layer.Stack;
import io.auricle.network.layer.Step;
import io.auricle.network.layer.TensorShape;
import io.auricle.network.layer.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table of a network's layers.
 *
 * @param rows a row a layer, those inside residuals and branches summed up in theirs
 */
public record NetworkSummary(List<Row> rows) {
  /**
   * One layer.
   *
   * @param name its name
   * @param kind its word in network files
   * @param output shape behind it
   * @param parameters its weights, statistics included, as Keras counts them
   * @param trained those that the optimiser changes
   */
  public record Row(String name, String kind, TensorShape output, long parameters, long trained) {}

  public NetworkSummary {
    rows = List.copyOf(rows);
  }

  public static NetworkSummary of(NetworkSpec network) {
    List<Row> rows = new ArrayList<>();
    addRows(rows, "", network.layers(), network.input());
    TensorShape end = network.layers().outputShape(network.input());
    for (Head head : network.heads()) {
      addRows(rows, head.name() + ".", head.layers(), end);
    }
    return new NetworkSummary(rows);
  }

  private static void addRows(List<Row> rows, String prefix, Stack layers, TensorShape input) {
    TensorShape shape = input;
    for (Step step : layers.steps()) {
      Layer layer = step.layer();
      List<Weight> weights = layer.weights(shape);
      shape = layer.outputShape(shape);
      rows.add(
          new Row(
              prefix + step.name(),
              layer.kind(),
              shape,
              count(weights),
              count(weights.stream().filter(Weight::trained).toList())));
    }
  }

  public long parameters() {
    return rows.stream().mapToLong(Row::parameters).sum();
  }

  public long trained() {
    return rows.stream().mapToLong(Row::trained).sum();
  }

  /** The table as text, a line a layer and a line of sums. */
  public String table() {
    int width = Math.max(5, rows.stream().mapToInt(row -> row.name().length()).max().orElse(0));
    StringBuilder table = new StringBuilder(line(width, "layer", "output", "parameters"));
    for (Row row : rows) {
      table.append(line(width, row.name(), row.output().toString(), number(row.parameters())));
    }
    return table.append(line(width, "total", "", number(parameters()))).toString();
  }

  private static String line(int width, String name, String output, String parameters) {
    String gap = " ".repeat(width - name.length());
    return "%s%s  %-14s %12s%n".formatted(name, gap, output, parameters);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static long count(List<Weight> weights) {
    return weights.stream().mapToLong(weight -> weight.shape().count()).sum();
  }
}
