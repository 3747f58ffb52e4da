package io.auricle.network;

import io.auricle.network.layer.Branch;
import io.auricle.network.layer.Layer;
import io.auricle.network.layer.Stack;
import io.auricle.network.layer.Step;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The table of a network's layers.
 *
 * @param rows the input, then a row a layer; branches, residuals and heads have a row for
 *     themselves and their layers below, one deeper
 */
public record NetworkSummary(List<Row> rows) {
  private static final String INDENT = "  ";

  /**
   * One layer.
   *
   * @param depth 0 for the layers of the trunk, more for those inside others
   * @param name its name
   * @param output shape behind it
   * @param parameters weights of its own, statistics included, as Keras counts them
   * @param trained those that the optimiser changes
   */
  public record Row(int depth, String name, TensorShape output, long parameters, long trained) {}

  public NetworkSummary {
    rows = List.copyOf(rows);
  }

  public static NetworkSummary of(NetworkSpec network) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(0, "input", network.input(), 0, 0));
    addRows(rows, 0, network.layers(), network.input());
    TensorShape end = network.layers().outputShape(network.input());
    for (Head head : network.heads()) {
      if (network.heads().size() > 1 || !head.layers().steps().isEmpty()) {
        rows.add(new Row(0, head.name(), network.outputShape(head), 0, 0));
        addRows(rows, 1, head.layers(), end);
      }
    }
    return new NetworkSummary(rows);
  }

  private static void addRows(List<Row> rows, int depth, Stack layers, TensorShape input) {
    TensorShape shape = input;
    for (Step step : layers.steps()) {
      Layer layer = step.layer();
      TensorShape end = layer.outputShape(shape);
      List<Weight> own = layer.paths().isEmpty() ? layer.weights(shape) : List.of();
      List<Weight> trained = own.stream().filter(Weight::trained).toList();
      rows.add(new Row(depth, step.name(), end, count(own), count(trained)));
      for (Branch path : layer.paths()) {
        rows.add(new Row(depth + 1, path.name(), path.layers().outputShape(shape), 0, 0));
        addRows(rows, depth + 2, path.layers(), shape);
      }
      shape = end;
    }
  }

  public long parameters() {
    return rows.stream().mapToLong(Row::parameters).sum();
  }

  public long trained() {
    return rows.stream().mapToLong(Row::trained).sum();
  }

  /** The table as text: a line a row, and the sums. */
  public String table() {
    return lines().stream()
        .map(line -> line.stripTrailing() + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private List<String> lines() {
    int name = Math.max(11, rows.stream().mapToInt(NetworkSummary::width).max().orElse(0));
    int shape = rows.stream().mapToInt(row -> row.output().toString().length()).max().orElse(0);
    String form = "%%-%ds  %%-%ds  %%13s".formatted(name, Math.max(6, shape));
    List<String> lines = new ArrayList<>();
    lines.add(form.formatted("layer", "output", "parameters"));
    for (Row row : rows) {
      String count = row.parameters() == 0 ? "" : number(row.parameters());
      lines.add(form.formatted(INDENT.repeat(row.depth()) + row.name(), row.output(), count));
    }
    lines.add(form.formatted("total", "", number(parameters())));
    lines.add(form.formatted("trained", "", number(trained())));
    lines.add(form.formatted("not trained", "", number(parameters() - trained())));
    return lines;
  }

  private static int width(Row row) {
    return INDENT.length() * row.depth() + row.name().length();
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static long count(List<Weight> weights) {
    return weights.stream().mapToLong(weight -> weight.shape().count()).sum();
  }
}
