package io.auricle.reproduce;

import io.auricle.split.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published table, and how to measure it again.
 *
 * @param id its name on the command line
 * @param title what it shows
 * @param source the study and the place in it
 * @param metrics the figures of each row, as they are called in {@code run.json}
 * @param published how the study measured
 * @param honest how it is measured so that it holds for new music
 * @param variants the same experiment on different data; the first whose data are there is run
 * @param rows of the table
 * @param quick settings for a smoke test of a few minutes; its figures say nothing
 * @param figures what is drawn of the runs
 */
public record Reproduction(
    String id,
    String title,
    String source,
    List<String> metrics,
    Protocol published,
    @Nullable Protocol honest,
    List<Variant> variants,
    List<Row> rows,
    Map<String, String> quick,
    List<Drawing> figures) {

  /**
   * How a figure is measured.
   *
   * @param title in a line
   * @param part that is scored
   * @param dataset that is scored, where an experiment has several; else null
   * @param set settings of the experiment
   */
  public record Protocol(
      String title, Part part, @Nullable String dataset, Map<String, String> set) {
    public Protocol {
      require(title, "title");
      require(part, "part");
      set = set == null ? Map.of() : Map.copyOf(set);
    }
  }

  /**
   * An experiment for some data.
   *
   * @param title of the data
   * @param needs files and folders that must be in the data folder
   * @param experiment name of the experiment's file
   * @param differs what is not as in the study; empty if nothing is
   * @param set settings of the experiment under both protocols
   * @param honest settings under the honest protocol, for instance of its split
   */
  public record Variant(
      String title,
      List<String> needs,
      String experiment,
      String differs,
      Map<String, String> set,
      Map<String, String> honest) {
    public Variant {
      require(title, "title");
      require(needs, "needs");
      require(experiment, "experiment");
      needs = List.copyOf(needs);
      differs = differs == null ? "" : differs;
      set = set == null ? Map.of() : Map.copyOf(set);
      honest = honest == null ? Map.of() : Map.copyOf(honest);
    }

    /** What of its needs is not in a folder. */
    public List<String> missing(Path data) {
      return needs.stream().filter(need -> !Files.exists(data.resolve(need))).toList();
    }
  }

  /**
   * A row of the table.
   *
   * @param name as in the study
   * @param published its figures in the order of the metrics; null where it gives none
   * @param set settings of the experiment
   * @param skip why it is not run; null if it is
   */
  public record Row(
      String name,
      List<@Nullable Double> published,
      Map<String, String> set,
      @Nullable String skip) {
    public Row {
      require(name, "name");
      published = published == null ? List.of() : published.stream().toList();
      set = set == null ? Map.of() : Map.copyOf(set);
    }
  }

  /** What is drawn of each run. */
  public enum Drawing {
    /** Loss and accuracy by epoch. */
    LEARNING_CURVE,
    /** The confusion matrix and the errors of each genre, in the run's report. */
    CONFUSION
  }

  public Reproduction {
    require(id, "id");
    require(title, "title");
    require(source, "source");
    require(published, "published");
    if (metrics == null || metrics.isEmpty()) {
      throw new IllegalArgumentException("metrics=" + metrics + " must be at least one");
    }
    metrics = List.copyOf(metrics);
    variants = variants == null ? List.of() : List.copyOf(variants);
    rows = rows == null ? List.of() : List.copyOf(rows);
    if (variants.isEmpty() || rows.isEmpty()) {
      throw new IllegalArgumentException("variants and rows must be at least one each");
    }
    for (Row row : rows) {
      if (row.published().size() > metrics.size()) {
        throw new IllegalArgumentException(
            "row %s: published=%s must be at most %d figures, one a metric"
                .formatted(row.name(), row.published(), metrics.size()));
      }
    }
    quick = quick == null ? Map.of() : Map.copyOf(quick);
    figures = figures == null ? List.of() : List.copyOf(figures);
  }

  /** The variant that can be run on what is in a folder. */
  public Optional<Variant> variant(Path data) {
    return variants.stream().filter(variant -> variant.missing(data).isEmpty()).findFirst();
  }

  private static void require(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }
}
