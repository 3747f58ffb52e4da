package io.auricle.reproduce;

import io.auricle.split.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
 * @param published how the study measured; null where the variants are commands
 * @param honest how it is measured so that it holds for new music; null if the study's way does
 * @param variants the same experiment on different data; the first whose data are there is run
 * @param rows of the table; none where the variants are commands
 * @param quick settings for a smoke test of a few minutes; its figures say nothing
 * @param expected what the study shows, in words, where it is no table; else empty
 * @param asReport where the study's text says otherwise than its code, what it says; else empty
 * @param asCode what the code says there, and the settings of it; null where nothing differs or the
 *     code is not known
 */
public record Reproduction(
    String id,
    String title,
    String source,
    List<String> metrics,
    @Nullable Protocol published,
    @Nullable Protocol honest,
    List<Variant> variants,
    List<Row> rows,
    Map<String, String> quick,
    String expected,
    String asReport,
    @Nullable Code asCode) {

  /** Which of two accounts of a study is followed. */
  public enum Account {
    /** Its text. */
    REPORT,
    /** Its published code, where that differs. */
    CODE
  }

  /**
   * What the code of a study does.
   *
   * @param says in words
   * @param set settings of the experiment
   */
  public record Code(String says, Map<String, String> set) {
    public Code {
      require(says, "says");
      set = set == null ? Map.of() : Map.copyOf(set);
    }
  }

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
   * @param needs files and folders that must be in the data folder; {@value GivenData#OUTSIDE} for
   *     a folder of outside songs beside it
   * @param experiment name of the experiment's file, for a table of rows
   * @param files names of further files that experiment or commands read, with their folder
   * @param runs runs of tables that the commands read, by name
   * @param commands of auricle, for a picture or a search: words divided by blanks, with {@code
   *     ${data}}, {@code ${here}} (the folder of the files), {@code ${out}} (that of results) and
   *     the names of the runs for their folders
   * @param quick commands in place of those for a smoke test; none if they are the same
   * @param differs what is not as in the study; empty if nothing is
   * @param dataset that is scored in place of the protocols'; null for theirs
   * @param set settings of the experiment under both protocols
   * @param honest settings under the honest protocol, for instance of its split
   * @param noHonest why these data cannot be measured honestly; null if they can
   */
  public record Variant(
      String title,
      List<String> needs,
      @Nullable String experiment,
      List<String> files,
      Map<String, TableRow> runs,
      List<String> commands,
      List<String> quick,
      String differs,
      @Nullable String dataset,
      Map<String, String> set,
      Map<String, String> honest,
      @Nullable String noHonest) {
    public Variant {
      require(title, "title");
      require(needs, "needs");
      needs = List.copyOf(needs);
      files = files == null ? List.of() : List.copyOf(files);
      runs = runs == null ? Map.of() : Map.copyOf(runs);
      commands = commands == null ? List.of() : List.copyOf(commands);
      quick = quick == null ? List.of() : List.copyOf(quick);
      if ((experiment == null) == commands.isEmpty()) {
        throw new IllegalArgumentException(
            "%s: one of experiment=%s and commands=%s must be given"
                .formatted(title, experiment, commands));
      }
      differs = differs == null ? "" : differs;
      set = set == null ? Map.of() : Map.copyOf(set);
      honest = honest == null ? Map.of() : Map.copyOf(honest);
    }

    /** What of its needs is not there. */
    public List<String> missing(GivenData data) {
      return data.missing(needs);
    }
  }

  /**
   * A row of a table, as measured under the study's protocol.
   *
   * @param table which
   * @param row its name there
   */
  public record TableRow(String table, String row) {
    public TableRow {
      require(table, "table");
      require(row, "row");
    }
  }

  /**
   * A row of the table.
   *
   * @param name as in the study
   * @param published its figures in the order of the metrics; null where it gives none
   * @param training the accuracy on the training part that the study gives; null if it gives none
   * @param set settings of the experiment
   * @param skip why it is not run; null if it is
   * @param code settings in addition where the code is followed
   * @param heapGigabytes the heap of Java that the row needs; 0 where any will do
   */
  public record Row(
      String name,
      List<@Nullable Double> published,
      @Nullable Double training,
      Map<String, String> set,
      @Nullable String skip,
      Map<String, String> code,
      int heapGigabytes) {
    public Row {
      require(name, "name");
      published = published == null ? List.of() : published.stream().toList();
      set = set == null ? Map.of() : Map.copyOf(set);
      code = code == null ? Map.of() : Map.copyOf(code);
    }
  }

  public Reproduction {
    require(id, "id");
    require(title, "title");
    require(source, "source");
    metrics = metrics == null ? List.of() : List.copyOf(metrics);
    variants = variants == null ? List.of() : List.copyOf(variants);
    rows = rows == null ? List.of() : List.copyOf(rows);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("variants must be at least one");
    }
    for (Variant variant : variants) {
      boolean table = variant.experiment() != null;
      if (table == rows.isEmpty() || table == metrics.isEmpty() || table == (published == null)) {
        throw new IllegalArgumentException(
            "rows, metrics and published must be given with an experiment, and only with one");
      }
    }
    for (Row row : rows) {
      if (row.published().size() > metrics.size()) {
        throw new IllegalArgumentException(
            "row %s: published=%s must be at most %d figures, one a metric"
                .formatted(row.name(), row.published(), metrics.size()));
      }
    }
    quick = quick == null ? Map.of() : Map.copyOf(quick);
    expected = expected == null ? "" : expected;
    asReport = asReport == null ? "" : asReport;
    if (asCode == null && rows.stream().anyMatch(row -> !row.code().isEmpty())) {
      throw new IllegalArgumentException("asCode must be given where rows have code");
    }
  }

  /** What the account that is followed says; empty where both say the same. */
  public String says(Account account) {
    return account == Account.CODE && asCode != null ? asCode.says() : asReport;
  }

  /** The settings of a row by the account that is followed, beside those that both have. */
  public Map<String, String> settings(Account account, Row row) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (account == Account.CODE && asCode != null) {
      settings.putAll(asCode.set());
      settings.putAll(row.code());
    }
    return settings;
  }

  /**
   * A row by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Row row(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("table %s has no row %s".formatted(id, name)));
  }

  /**
   * The rows whose names hold one of some words, whatever its case.
   *
   * @param words none for all rows
   */
  public List<Row> rowsOf(List<String> words) {
    return words.isEmpty()
        ? rows
        : rows.stream()
            .filter(
                row ->
                    words.stream()
                        .anyMatch(
                            word ->
                                row.name()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(word.toLowerCase(Locale.ROOT))))
            .toList();
  }

  /** The variant that can be run on what is there. */
  public Optional<Variant> variant(GivenData data) {
    return variants.stream().filter(variant -> variant.missing(data).isEmpty()).findFirst();
  }

  private static void require(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }
}
