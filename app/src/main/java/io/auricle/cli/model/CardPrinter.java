package io.auricle.cli.model;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.Certainty;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.SingleModel;
import io.auricle.bundle.Training.DataUse;
import io.auricle.bundle.Training.Metric;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints a model's card for people. */
public final class CardPrinter {
  private static final int WIDTH = 78;
  private static final String TAGS = "Tags, each given from this score on";

  private final PrintWriter out;

  public CardPrinter(PrintWriter out) {
    this.out = out;
  }

  /** What somebody has to know who uses the model, on one screen. */
  void printShort(Bundle bundle, String name) {
    ModelCard card = bundle.card();
    out.println(card.about().name() + ": " + card.about().title());
    section(card.scores().tags() ? TAGS : "Classes", labels(card));
    if (!card.scores().tags()) {
      section("Not sure", certainty(card.scores()));
    }
    section("Limits", card.about().limits());
    printMain(card);
    String origin = card.about().origin();
    out.println(
        "\nLicence " + card.about().licence() + (origin.isEmpty() ? "" : ", from " + origin));
    out.println(
        "auricle models info %s --all: how it is made, its data, every figure".formatted(name));
  }

  /** A line a data set: the first figure of the widest split, and those of the answers. */
  private void printMain(ModelCard card) {
    Map<String, Map<String, Metric>> widest = new LinkedHashMap<>();
    Map<String, String> splits = new HashMap<>();
    for (Metric metric : card.training().metrics()) {
      // The last split of a data set takes in those before it.
      if (!metric.split().equals(splits.put(metric.dataset(), metric.split()))) {
        widest.remove(metric.dataset());
      }
      widest
          .computeIfAbsent(metric.dataset(), name -> new LinkedHashMap<>())
          .put(metric.name(), metric);
    }
    if (widest.isEmpty()) {
      return;
    }
    out.println("\nMeasured (95 % interval)");
    for (Map.Entry<String, Map<String, Metric>> entry : widest.entrySet()) {
      Metric main = entry.getValue().values().iterator().next();
      Metric sure = entry.getValue().get("accuracy when sure");
      Metric coverage = entry.getValue().get("coverage");
      out.println(
          String.format(
              Locale.ROOT,
              "  %-15s %s %.3f [%.3f, %.3f]%s",
              entry.getKey(),
              main.name(),
              main.value(),
              main.low(),
              main.high(),
              sure == null || coverage == null
                  ? ""
                  : String.format(
                      Locale.ROOT,
                      ", sure of %.0f %%: %.3f",
                      100 * coverage.value(),
                      sure.value())));
    }
  }

  /** All that is known. */
  void print(Bundle bundle) {
    ModelCard card = bundle.card();
    out.println(card.about().name() + ": " + card.about().title());
    section("What it is", card.about().description());
    section(card.scores().tags() ? TAGS : "Classes", labels(card));
    if (!card.scores().tags()) {
      section("Not sure", certainty(card.scores()));
    }
    section("Input", input(bundle));
    section("Intended use", card.about().intendedUse());
    section("Limits", card.about().limits());
    if (!card.training().data().isEmpty()) {
      data(card);
    }
    if (!card.training().metrics().isEmpty()) {
      printMetrics(card);
    }
    section(
        "Origin",
        "%s; licence %s; found in %s"
            .formatted(maker(card), card.about().licence(), bundle.location()));
  }

  /** Who made it; of a model that others made also what put it here. */
  private static String maker(ModelCard card) {
    String origin = card.about().origin();
    return origin.isEmpty()
        ? "%s; seed %d".formatted(card.createdBy(), card.training().seed())
        : "%s; added by %s".formatted(origin, card.createdBy());
  }

  private static String labels(ModelCard card) {
    if (!card.scores().tags()) {
      return String.join(", ", card.labels());
    }
    return IntStream.range(0, card.labels().size())
        .mapToObj(i -> card.labels().get(i) + " " + threshold(card.scores().threshold(i)))
        .collect(Collectors.joining(", "));
  }

  private static String certainty(ScoreOptions scores) {
    Certainty certainty = scores.certainty();
    if (certainty == null) {
      return "where the best score is below %s, so more likely wrong than right"
          .formatted(decimal(scores.sureFrom()));
    }
    return String.format(
        Locale.ROOT,
        "where the best score is below %.3f; on the tracks that this was chosen on %.0f %% got an"
            + " answer, of which %.0f %% were right%s",
        certainty.threshold(),
        100 * certainty.coverage(),
        100 * certainty.accuracy(),
        certainty.reached()
            ? ""
            : String.format(Locale.ROOT, ", nowhere %.0f %% as wanted", 100 * certainty.wanted()));
  }

  private static String threshold(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String input(Bundle bundle) {
    if (bundle.card().kind() instanceof SingleModel single) {
      InputOptions input = single.input();
      return "%s, clips of %s s%s%s%s, segments of %d frames every %d"
          .formatted(
              input.features(),
              decimal(input.clipSeconds()),
              input.cut().hopSeconds() < input.clipSeconds()
                  ? " every " + decimal(input.cut().hopSeconds()) + " s"
                  : "",
              input.wholeClips() ? " (only whole ones)" : "",
              input.edgeSeconds() > 0
                  ? " without the first and last " + decimal(input.edgeSeconds()) + " s"
                  : "",
              input.segmentFrames(),
              input.segmentHopFrames());
    }
    return bundle.members().stream()
        .map(member -> member.card().about().name() + ": " + input(member))
        .collect(Collectors.joining("; "));
  }

  private void data(ModelCard card) {
    out.println("\nData");
    for (DataUse use : card.training().data()) {
      String tracks =
          new TreeMap<>(use.tracks())
              .entrySet().stream()
                  .map(part -> part.getKey() + " " + part.getValue())
                  .collect(Collectors.joining(", "));
      wrapped(
          "  %-14s %s tracks; split %s: %s"
              .formatted(use.dataset(), tracks, use.splitHash(), use.split()),
          "    ");
    }
  }

  /** Prints the measured figures alone. */
  public void printMetrics(ModelCard card) {
    out.println("\nFigures (95 % interval)");
    for (Metric metric : card.training().metrics()) {
      out.println(
          String.format(
              Locale.ROOT,
              "  %-26s %.3f [%.3f, %.3f] %s, %s",
              metric.name(),
              metric.value(),
              metric.low(),
              metric.high(),
              metric.dataset(),
              metric.split()));
    }
  }

  private void section(String title, String text) {
    out.println("\n" + title);
    wrapped("  " + text.strip().replaceAll("\\s+", " "), "  ");
  }

  /** A text in lines that fit a terminal. */
  private void wrapped(String text, String indent) {
    String rest = text;
    while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > indent.length()) {
      int end = rest.lastIndexOf(' ', WIDTH);
      out.println(rest.substring(0, end).stripTrailing());
      rest = indent + rest.substring(end + 1).stripLeading();
    }
    out.println(rest);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
