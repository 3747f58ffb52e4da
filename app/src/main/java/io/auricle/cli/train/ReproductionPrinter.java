package io.auricle.cli.train;

import io.auricle.bundle.Training.Metric;
import io.auricle.cli.output.TextTable;
import io.auricle.reproduce.GivenData;
import io.auricle.reproduce.Reproduced;
import io.auricle.reproduce.Reproduced.Measured;
import io.auricle.reproduce.Reproduction;
import io.auricle.reproduce.Reproduction.Account;
import io.auricle.reproduce.Reproduction.Protocol;
import io.auricle.reproduce.Reproduction.Variant;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints published tables beside what was measured. */
final class ReproductionPrinter {
  private static final String NOTHING = "-";

  private final PrintWriter out;

  ReproductionPrinter(PrintWriter out) {
    this.out = out;
  }

  /** The tables there are, and what a folder lacks for each. */
  void list(List<Reproduction> all, @Nullable GivenData data) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("table", "what", "from", data == null ? "needs" : "data"));
    for (Reproduction reproduction : all) {
      rows.add(
          List.of(
              reproduction.id(),
              reproduction.title(),
              reproduction.source(),
              data == null ? needs(reproduction) : found(reproduction, data)));
    }
    TextTable.print(rows, out);
  }

  private static String needs(Reproduction reproduction) {
    return String.join(
        ", or ",
        reproduction.variants().stream()
            .map(variant -> String.join(" and ", variant.needs()))
            .map(needs -> needs.isEmpty() ? "nothing" : needs)
            .toList());
  }

  /** What there would have to be for a table that cannot be measured. */
  void missing(Reproduction reproduction, GivenData data) {
    out.printf("%s: %s%n", reproduction.id(), reproduction.title());
    List<String> ways =
        reproduction.variants().stream()
            .map(
                variant ->
                    "%s (%s)"
                        .formatted(String.join(" and ", variant.missing(data)), variant.title()))
            .toList();
    out.printf(
        "not measured: %s has no %s; docs/data.md has the layout%n%n",
        data.folder(), String.join(", and no ", ways));
  }

  private static String found(Reproduction reproduction, GivenData data) {
    Optional<Variant> variant = reproduction.variant(data);
    return variant.isPresent() ? variant.get().title() : "missing: " + needs(reproduction);
  }

  /** What is about to be measured, and how it differs from the study. */
  void head(Reproduction reproduction, Variant variant, Account account, boolean quick) {
    out.printf("%s: %s%n(%s)%n", reproduction.id(), reproduction.title(), reproduction.source());
    if (quick) {
      out.println("A smoke test: the figures of this run say nothing.");
    }
    if (!reproduction.expected().isEmpty()) {
      out.println("published: " + reproduction.expected());
    }
    out.println("data: " + variant.title());
    if (!reproduction.says(account).isEmpty()) {
      out.printf(
          "as %s: %s%n",
          account == Account.CODE && reproduction.asCode() != null ? "code" : "report",
          reproduction.says(account));
    } else if (account == Account.CODE) {
      out.println("as code: nothing else is known of it");
    }
    if (!variant.differs().isEmpty()) {
      out.println("differs: " + variant.differs());
    }
  }

  /** A table with the figures of the study, ours under its protocol, and the honest ones. */
  void print(Reproduced table) {
    Reproduction reproduction = table.reproduction();
    Protocol published = reproduction.published();
    if (published != null) {
      protocol("ours", published, table.rows().stream().map(Reproduced.Row::ours));
    }
    Protocol honest = reproduction.honest();
    if (honest != null) {
      protocol("honest", honest, table.rows().stream().map(Reproduced.Row::honest));
    } else if (table.variant().noHonest() != null) {
      out.println("honest: cannot be had, for " + table.variant().noHonest());
    }
    List<List<String>> rows = new ArrayList<>();
    for (int m = 0; m < reproduction.metrics().size(); m++) {
      rows.add(List.of(reproduction.metrics().get(m), "published", "ours", "honest"));
      for (Reproduced.Row row : table.rows()) {
        String name = reproduction.metrics().get(m);
        rows.add(
            List.of(
                row.row().name() + (row.note().isEmpty() ? "" : " (" + row.note() + ")"),
                published(row.row(), m),
                figure(row.ours(), name),
                figure(row.honest(), name)));
      }
    }
    TextTable.print(rows, out);
    training(table);
    out.println("reports, with learning curves, confusion matrix and errors of each genre:");
    for (Reproduced.Row row : table.rows()) {
      Stream.of(row.ours(), row.honest())
          .flatMap(Stream::ofNullable)
          .map(Measured::run)
          .distinct()
          .forEach(run -> out.printf("  runs/%s/report.html%n", run));
    }
    out.println();
  }

  /** What the study says of its training part, and what our models make of theirs. */
  private void training(Reproduced table) {
    if (table.reproduction().rows().stream().allMatch(row -> row.training() == null)) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("accuracy on the training part", "published", "ours", "honest"));
    for (Reproduced.Row row : table.rows()) {
      rows.add(
          List.of(
              row.row().name(),
              figure(row.row().training()),
              figure(row.ours() == null ? null : row.ours().training()),
              figure(row.honest() == null ? null : row.honest().training())));
    }
    TextTable.print(rows, out);
  }

  private static String figure(@Nullable Double value) {
    return value == null ? NOTHING : String.format(Locale.ROOT, "%.3f", value);
  }

  private void protocol(String column, Protocol protocol, Stream<@Nullable Measured> measured) {
    measured
        .filter(m -> m != null)
        .findFirst()
        .ifPresent(
            m ->
                out.printf(
                    Locale.ROOT,
                    "%s: %s; %s, %d scored, seed %d%n",
                    column,
                    protocol.title(),
                    m.split(),
                    m.tracks(),
                    m.seed()));
  }

  private static String published(Reproduction.Row row, int metric) {
    return figure(metric < row.published().size() ? row.published().get(metric) : null);
  }

  private static String figure(@Nullable Measured measured, String name) {
    if (measured == null) {
      return NOTHING;
    }
    return measured.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .map(ReproductionPrinter::figure)
        .orElse(NOTHING);
  }

  private static String figure(Metric metric) {
    return String.format(
        Locale.ROOT, "%.3f [%.3f, %.3f]", metric.value(), metric.low(), metric.high());
  }
}
