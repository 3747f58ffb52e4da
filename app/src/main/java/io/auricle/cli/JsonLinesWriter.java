package io.auricle.cli;

import io.auricle.classify.Classification;
import io.auricle.classify.ClassificationJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** One JSON object a line and file, for programs. */
final class JsonLinesWriter implements ClassificationWriter {
  private final PrintWriter out;
  private final ClassificationJson json;

  JsonLinesWriter(PrintWriter out, ClassificationJson json) {
    this.out = out;
    this.json = json;
  }

  @Override
  public void begin(List<Path> files) {}

  @Override
  public boolean writesErrors() {
    return true;
  }

  @Override
  public void write(Classification result) {
    out.println(json.of(result));
  }
}
