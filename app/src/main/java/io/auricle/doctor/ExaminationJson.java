package io.auricle.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** An examination as a JSON object on one line; the form is a contract (docs/cli.md). */
public final class ExaminationJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ExaminationJson() {}

  /** The object. */
  public static String of(Examination examination) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeBooleanField("healthy", examination.healthy());
      json.writeArrayFieldStart("findings");
      for (PartFinding finding : examination.findings()) {
        finding(json, finding);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
    return line.toString();
  }

  private static void finding(JsonGenerator json, PartFinding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", finding.name());
    json.writeStringField("state", finding.state().word());
    json.writeStringField("message", finding.message());
    if (!finding.advice().isEmpty()) {
      json.writeStringField("advice", finding.advice());
    }
    json.writeObjectFieldStart("facts");
    for (Map.Entry<String, String> fact : new TreeMap<>(finding.facts()).entrySet()) {
      json.writeStringField(fact.getKey(), fact.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
