package io.auricle.cli.classify;

import io.auricle.classify.Classification;
import io.auricle.classify.ClassificationJson;
import io.auricle.classify.ModelView;
import java.io.PrintWriter;
import java.util.List;

/** One JSON object a line, file and model, for programs. */
final class JsonLinesWriter implements ClassificationWriter {
  private final PrintWriter out;
  private final List<ClassificationJson> models;

  JsonLinesWriter(PrintWriter out, List<ModelView> models) {
    this.out = out;
    this.models =
        models.stream().map(model -> new ClassificationJson(model, models.size() > 1)).toList();
  }

  @Override
  public void begin(List<String> files) {}

  @Override
  public boolean writesErrors() {
    return true;
  }

  @Override
  public void write(List<Classification> results) {
    for (int i = 0; i < results.size(); i++) {
      out.println(models.get(i).of(results.get(i)));
    }
  }
}
