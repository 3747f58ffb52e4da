package io.auricle.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.predict.LabelScore;
import io.auricle.predict.SegmentPrediction;
import io.auricle.predict.TrackPrediction;
import io.auricle.predict.ValenceArousal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One JSON object a line and file, for programs; the form is a contract (docs/cli.md). */
final class JsonLinesWriter implements ClassificationWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private final PrintWriter out;
  private final String model;
  private final ClassificationView view;

  JsonLinesWriter(PrintWriter out, String model, ClassificationView view) {
    this.out = out;
    this.model = model;
    this.view = view;
  }

  @Override
  public void begin(List<Path> files) {}

  @Override
  public boolean writesErrors() {
    return true;
  }

  @Override
  public void write(Classification result) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("path", result.path().toString());
      if (result.prediction() != null) {
        prediction(json, result.prediction());
      }
      if (result.error() != null) {
        json.writeObjectFieldStart("error");
        json.writeStringField("code", result.error().code().name());
        json.writeStringField("message", result.error().reason());
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
    out.println(line);
  }

  private void prediction(JsonGenerator json, TrackPrediction prediction) throws IOException {
    json.writeFieldName("durationSeconds");
    number(json, prediction.durationSeconds(), 3);
    json.writeStringField("model", model);
    labels(json, prediction.labels());
    mood(json, prediction.labels());
    if (view.segments()) {
      json.writeArrayFieldStart("segments");
      for (SegmentPrediction segment : prediction.segments()) {
        json.writeStartObject();
        json.writeFieldName("startSeconds");
        number(json, segment.startSeconds(), 3);
        json.writeFieldName("endSeconds");
        number(json, segment.endSeconds(), 3);
        labels(json, segment.labels());
        mood(json, segment.labels());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!prediction.warnings().isEmpty()) {
      json.writeArrayFieldStart("warnings");
      for (String warning : prediction.warnings()) {
        json.writeString(warning);
      }
      json.writeEndArray();
    }
  }

  private void labels(JsonGenerator json, List<LabelScore> labels) throws IOException {
    json.writeArrayFieldStart("labels");
    for (LabelScore label : labels.subList(0, Math.min(view.top(), labels.size()))) {
      json.writeStartObject();
      json.writeStringField("label", label.label());
      json.writeFieldName("score");
      number(json, label.score(), 4);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Only models of the quadrants of mood have these fields. */
  private static void mood(JsonGenerator json, List<LabelScore> labels) throws IOException {
    Optional<ValenceArousal> mood = ValenceArousal.of(labels);
    if (mood.isPresent()) {
      json.writeFieldName("valence");
      number(json, mood.get().valence(), 4);
      json.writeFieldName("arousal");
      number(json, mood.get().arousal(), 4);
    }
  }

  /** Writes a number with at most so many decimals, at least one, never in exponent form. */
  private static void number(JsonGenerator json, double value, int decimals) throws IOException {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    json.writeNumber((rounded.scale() < 1 ? rounded.setScale(1) : rounded).toPlainString());
  }
}
