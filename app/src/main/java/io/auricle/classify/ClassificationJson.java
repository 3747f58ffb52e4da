package io.auricle.classify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.predict.LabelScore;
import io.auricle.predict.SegmentPrediction;
import io.auricle.predict.TrackEmbedding;
import io.auricle.predict.TrackPrediction;
import io.auricle.predict.ValenceArousal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Classifications as JSON objects; the form is a contract (docs/cli.md). Immutable. */
public final class ClassificationJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final String model;
  private final ClassificationView view;
  private final boolean oneOfSeveral;

  /**
   * @param model name of the model
   * @param view how much of a prediction is written
   */
  public ClassificationJson(String model, ClassificationView view) {
    this(new ModelView(model, view), false);
  }

  /**
   * @param oneOfSeveral whether other models speak of the same files, so that errors name theirs
   */
  public ClassificationJson(ModelView model, boolean oneOfSeveral) {
    this.model = model.model();
    this.view = model.view();
    this.oneOfSeveral = oneOfSeveral;
  }

  /** The object of a file, on one line. */
  public String of(Classification result) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("path", result.path());
      if (result.prediction() != null) {
        prediction(json, result.prediction());
      }
      if (result.error() != null) {
        if (oneOfSeveral) {
          json.writeStringField("model", model);
        }
        json.writeObjectFieldStart("error");
        json.writeStringField("code", result.error().code().name());
        json.writeStringField("message", result.error().reason());
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
    return line.toString();
  }

  private void prediction(JsonGenerator json, TrackPrediction prediction) throws IOException {
    json.writeFieldName("durationSeconds");
    number(json, prediction.durationSeconds(), 3);
    json.writeStringField("model", model);
    labels(json, prediction.labels());
    if (!view.tags()) {
      json.writeBooleanField("sure", prediction.sure());
    }
    mood(json, prediction.labels());
    if (prediction.noMusic().isPresent()) {
      json.writeFieldName("noMusic");
      number(json, prediction.noMusic().get().score(), 4);
    }
    if (view.embedding() && prediction.embedding().isPresent()) {
      embedding(json, prediction.embedding().get());
    }
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
    for (LabelScore label : view.of(labels)) {
      json.writeStartObject();
      json.writeStringField("label", label.label());
      json.writeFieldName("score");
      number(json, label.score(), 4);
      if (view.tags()) {
        json.writeBooleanField("given", label.given());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void embedding(JsonGenerator json, TrackEmbedding embedding) throws IOException {
    json.writeObjectFieldStart("embedding");
    json.writeStringField("model", embedding.model());
    json.writeStringField("version", embedding.version());
    json.writeArrayFieldStart("values");
    for (double value : embedding.values()) {
      number(json, value, 5);
    }
    json.writeEndArray();
    json.writeEndObject();
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
