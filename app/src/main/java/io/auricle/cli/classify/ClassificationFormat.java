package io.auricle.cli.classify;

import io.auricle.classify.ModelView;
import io.auricle.text.CsvStyle;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of {@code classify --format}. */
enum ClassificationFormat {
  table(".txt") {
    @Override
    ClassificationWriter writer(PrintWriter out, List<ModelView> models, CsvStyle style) {
      return new TableWriter(out, models);
    }
  },
  jsonl(".jsonl") {
    @Override
    ClassificationWriter writer(PrintWriter out, List<ModelView> models, CsvStyle style) {
      return new JsonLinesWriter(out, models);
    }
  },
  csv(".csv") {
    @Override
    ClassificationWriter writer(PrintWriter out, List<ModelView> models, CsvStyle style) {
      return new CsvWriter(out, models, style);
    }
  },
  parquet(".parquet") {
    @Override
    ClassificationWriter writer(PrintWriter out, List<ModelView> models, CsvStyle style) {
      throw new IllegalStateException("rows of Parquet are no text");
    }
  };

  private final String ending;

  ClassificationFormat(String ending) {
    this.ending = ending;
  }

  /** The format of files of this name. */
  static Optional<ClassificationFormat> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
  }

  /**
   * What writes results.
   *
   * @param models that speak of each file, in their order
   */
  abstract ClassificationWriter writer(PrintWriter out, List<ModelView> models, CsvStyle style);
}
