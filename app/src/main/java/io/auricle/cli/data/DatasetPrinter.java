package io.auricle.cli.data;

import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.check.AnnotationCounts;
import io.auricle.label.Label;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints cards of data sets and counts of their annotations for people. */
final class DatasetPrinter {
  private final PrintWriter out;

  DatasetPrinter(PrintWriter out) {
    this.out = out;
  }

  void card(DatasetCard card) {
    out.println(card.name() + ": " + card.title());
    section("Citation", card.source().citation());
    section("Licence", card.source().licence());
    section("How to obtain it", card.source().obtain());
    section("Expected files", card.tree());
    card.targets().forEach(this::target);
    card.splits().forEach((split, what) -> section("Split: " + split, what));
    if (!card.faults().notes().isEmpty()) {
      section("Notes", card.faults().notes());
    }
    card.faults().bad().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(fault -> section("Known fault: " + fault.getKey(), fault.getValue()));
    if (!card.faults().copies().isEmpty()) {
      section(
          "Known copies",
          card.faults().copies().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(copy -> copy.getKey() + " is " + copy.getValue())
              .collect(Collectors.joining("\n")));
    }
  }

  private void target(Target target) {
    String labels =
        target.open()
            ? "labels as in the files"
            : target.labels().stream().map(Label::name).collect(Collectors.joining(", "));
    section(
        "Target: " + target.spelling(),
        "%s%n%s%n%s"
            .formatted(
                target.title(), target.several() ? "any number a track" : "one a track", labels));
  }

  private void section(String title, String text) {
    out.println("\n" + title);
    text.lines().forEach(line -> out.println("  " + line));
  }

  /**
   * Prints counts for each target, beside the published ones where there are any.
   *
   * @return whether something could be counted and nothing differs from what was published
   */
  boolean annotations(Dataset dataset, List<Target> targets, Path folder) {
    boolean counted = false;
    boolean same = true;
    out.println("\nAnnotations in " + folder);
    for (Target target : targets) {
      out.println("\n  " + target.spelling());
      try {
        List<Track> tracks = dataset.annotations(folder, target).tracks();
        heading();
        same &= row(dataset.card(), target.name() + ".", "all", AnnotationCounts.of(tracks));
        counted = true;
      } catch (DatasetException e) {
        out.println(
            "    not here: "
                + String.valueOf(e.getMessage()).replaceFirst("; expected:(?s).*", ""));
        continue;
      }
      for (String split : dataset.card().splits().keySet()) {
        same &= split(dataset, target, folder, split);
      }
    }
    return counted && same;
  }

  private boolean split(Dataset dataset, Target target, Path folder, String split) {
    try {
      List<Track> all = new ArrayList<>();
      for (Map.Entry<String, List<Track>> part :
          dataset.published(folder, target, split).entrySet()) {
        row(dataset.card(), "", split + " " + part.getKey(), AnnotationCounts.of(part.getValue()));
        all.addAll(part.getValue());
      }
      return row(dataset.card(), target.name() + ".split-", split, AnnotationCounts.of(all));
    } catch (DatasetException e) {
      out.println("    %-24s not here".formatted(split));
      return true;
    }
  }

  private void heading() {
    out.println("    %-24s %8s %8s %8s %8s".formatted("", "tracks", "labels", "artists", "albums"));
  }

  /** Prints counts; false if they are not as published under the given beginning of a key. */
  private boolean row(DatasetCard card, String key, String name, AnnotationCounts counts) {
    List<String> notes = new ArrayList<>();
    boolean same = compare(card, key + "tracks", "tracks", counts.tracks(), notes);
    same &= compare(card, key + "tags", "labels", counts.labels(), notes);
    out.println(
        "    %-24s %8d %8d %8d %8d%s"
            .formatted(
                name,
                counts.tracks(),
                counts.labels(),
                counts.artists(),
                counts.albums(),
                notes.isEmpty() ? "" : "   " + String.join(", ", notes)));
    return same;
  }

  private static boolean compare(
      DatasetCard card, String key, String what, int counted, List<String> notes) {
    Integer published = card.counts().get(key);
    if (published == null) {
      return true;
    }
    notes.add(
        published == counted
            ? what + " as published"
            : "published: %d %s".formatted(published, what));
    return published == counted;
  }
}
