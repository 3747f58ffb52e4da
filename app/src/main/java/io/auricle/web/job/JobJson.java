package io.auricle.web.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Jobs and what happens to them as JSON. */
final class JobJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final double THOUSAND = 1000;

  private JobJson() {}

  /** Writes an object. */
  @FunctionalInterface
  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /** The whole job. */
  static String of(Job job, Job.Snapshot snapshot) {
    return object(
        json -> {
          json.writeStringField("id", job.id());
          json.writeStringField("status", snapshot.state().text());
          json.writeStringField("created", job.created().toString());
          json.writeArrayFieldStart("files");
          for (int i = 0; i < snapshot.files().size(); i++) {
            json.writeStartObject();
            file(json, i, snapshot.files().get(i));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("results");
          for (@Nullable String result : snapshot.results()) {
            json.writeRawValue(result == null ? "null" : result);
          }
          json.writeEndArray();
        });
  }

  /** The event {@code progress}. */
  static String progress(int index, Job.FileState file) {
    return object(json -> file(json, index, file));
  }

  /** The event {@code result}. */
  static String result(int index, int file, String result) {
    return object(
        json -> {
          json.writeNumberField("index", index);
          json.writeNumberField("file", file);
          json.writeFieldName("result");
          json.writeRawValue(result);
        });
  }

  /** The event {@code done}. */
  static String done(Job job, Job.Snapshot snapshot) {
    return object(
        json -> {
          json.writeStringField("id", job.id());
          json.writeStringField("status", snapshot.state().text());
        });
  }

  private static void file(JsonGenerator json, int index, Job.FileState file) throws IOException {
    json.writeNumberField("file", index);
    json.writeStringField("path", file.name());
    json.writeStringField("status", file.state().text());
    json.writeNumberField("progress", Math.round(THOUSAND * file.progress()) / THOUSAND);
  }

  private static String object(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
    return text.toString();
  }
}
