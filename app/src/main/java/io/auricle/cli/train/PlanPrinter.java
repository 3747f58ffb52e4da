package io.auricle.cli.train;

import io.auricle.cli.output.TextTable;
import io.auricle.experiment.run.ExperimentPlan;
import io.auricle.experiment.run.ExperimentPlan.PlannedSource;
import io.auricle.split.Part;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;

/** Prints what an experiment would learn from as a table for people. */
final class PlanPrinter {
  private PlanPrinter() {}

  static void print(ExperimentPlan plan, PrintWriter out) {
    if (plan.sources().isEmpty()) {
      out.println("An ensemble: its members' runs have the tracks.");
      return;
    }
    for (PlannedSource source : plan.sources()) {
      out.printf(
          "%s, %s%n  split: %s%s%n  tracks left out, of other labels: %d%n",
          source.dataset(),
          source.path(),
          source.split(),
          source.leaky() ? " (leaky)" : "",
          source.otherLabels());
      source.warnings().forEach(warning -> out.printf("  warning: %s%n", warning));
      out.println();
      print(plan.labels(), List.of(source), out);
    }
    if (plan.sources().size() > 1) {
      out.println("all sources\n");
      print(plan.labels(), plan.sources(), out);
    }
  }

  private static void print(List<String> labels, List<PlannedSource> sources, PrintWriter out) {
    TextTable.print(table(labels, sources), out);
    out.println();
  }

  private static List<List<String>> table(List<String> labels, List<PlannedSource> sources) {
    List<Part> parts =
        Stream.of(Part.values())
            .filter(part -> sources.stream().anyMatch(s -> s.tracks().containsKey(part)))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("label"));
    parts.forEach(part -> head.add(part.title()));
    rows.add(head);
    for (int i = 0; i < labels.size(); i++) {
      int label = i;
      rows.add(row(labels.get(label), parts, sources, (s, part) -> s.count(part, label)));
    }
    rows.add(row("tracks", parts, sources, (s, part) -> s.tracks().getOrDefault(part, 0)));
    return rows;
  }

  private static List<String> row(
      String name,
      List<Part> parts,
      List<PlannedSource> sources,
      ToIntBiFunction<PlannedSource, Part> count) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Part part : parts) {
      row.add(Integer.toString(sources.stream().mapToInt(s -> count.applyAsInt(s, part)).sum()));
    }
    return row;
  }
}
