package io.auricle.cli;

import io.auricle.classify.ClassificationJson;
import io.auricle.classify.ClassificationView;
import io.auricle.text.CsvStyle;
import java.io.PrintWriter;

/** The formats of {@code classify --format}. */
enum ClassificationFormat {
  table {
    @Override
    ClassificationWriter writer(
        PrintWriter out, String model, ClassificationView view, CsvStyle style) {
      return new TableWriter(out, view);
    }
  },
  jsonl {
    @Override
    ClassificationWriter writer(
        PrintWriter out, String model, ClassificationView view, CsvStyle style) {
      return new JsonLinesWriter(out, new ClassificationJson(model, view));
    }
  },
  csv {
    @Override
    ClassificationWriter writer(
        PrintWriter out, String model, ClassificationView view, CsvStyle style) {
      return new CsvWriter(out, model, view, style);
    }
  };

  abstract ClassificationWriter writer(
      PrintWriter out, String model, ClassificationView view, CsvStyle style);
}
