package io.auricle.experiment.score;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.task.Answer;
import io.auricle.experiment.task.Scored;
import io.auricle.split.Part;
import io.auricle.text.CsvNumber;
import io.auricle.text.CsvStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code scores.csv} of a run folder: the scores of the validation and test tracks. Several tags of
 * a track stand in its label's place, with semicolons between.
 */
public final class ScoreTable {
  private static final List<String> HEAD = List.of("dataset", "track", "group", "part", "label");

  private static final String BETWEEN = "; ";

  private ScoreTable() {}

  /** Writes the scores of tracks, a row each. */
  public static void write(Path file, List<String> labels, List<Scored> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Object> cells = new ArrayList<>(HEAD);
    cells.addAll(labels);
    text.append(CsvStyle.PLAIN.line(cells)).append('\n');
    for (Scored row : rows) {
      cells =
          new ArrayList<>(
              List.of(
                  row.dataset(),
                  row.id(),
                  row.group(),
                  row.part().title(),
                  row.answer().indices().stream()
                      .map(labels::get)
                      .collect(Collectors.joining(BETWEEN))));
      cells.addAll(row.scores());
      text.append(CsvStyle.PLAIN.line(cells)).append('\n');
    }
    Files.writeString(file, text);
  }

  /**
   * Reads scores.
   *
   * @throws DatasetException if the file is not what {@link #write} writes for these labels
   */
  public static List<Scored> read(Path file, List<String> labels) throws DatasetException {
    List<String> required = new ArrayList<>(HEAD);
    required.addAll(labels);
    CsvFile csv = CsvFile.read(file, required);
    List<Scored> rows = new ArrayList<>();
    for (CsvFile.Row row : csv.rows()) {
      Part part =
          Arrays.stream(Part.values())
              .filter(value -> value.title().equals(csv.cell(row, "part")))
              .findFirst()
              .orElseThrow(() -> csv.error(row, "part must be one of the parts of a split"));
      List<Double> scores = new ArrayList<>();
      for (String label : labels) {
        scores.add(number(csv, row, label));
      }
      rows.add(
          new Scored(
              csv.cell(row, "dataset"),
              csv.cell(row, "track"),
              csv.cell(row, "group"),
              part,
              answer(labels, List.of(csv.cell(row, "label").split(BETWEEN, -1))),
              scores));
    }
    return rows;
  }

  private static double number(CsvFile csv, CsvFile.Row row, String label) throws DatasetException {
    try {
      return CsvNumber.parse(label, csv.cell(row, label));
    } catch (IllegalArgumentException e) {
      throw csv.error(row, String.valueOf(e.getMessage()));
    }
  }

  private static Answer answer(List<String> labels, List<String> given) {
    return Answer.tags(labels.stream().map(given::contains).toList());
  }
}
