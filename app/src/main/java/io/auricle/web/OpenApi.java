package io.auricle.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.auricle.bundle.Version;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The description of the API, for programs and for people; read when first asked for. */
final class OpenApi {
  private @Nullable JsonNode document;

  /** {@code GET /openapi.json}. */
  void json(Context context) throws IOException {
    context.header("Cache-Control", "no-cache");
    context.contentType("application/json");
    context.result(document().toString());
  }

  /** {@code GET /api}. */
  void page(Context context) throws IOException {
    context.header("Cache-Control", "no-cache");
    context.contentType("text/html; charset=utf-8");
    context.result(new ApiPage(document()).html());
  }

  private synchronized JsonNode document() throws IOException {
    if (document == null) {
      try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
        JsonNode read = new YAMLMapper().readTree(Objects.requireNonNull(in));
        ((ObjectNode) read.path("info")).put("version", Version.number());
        document = read;
      }
    }
    return document;
  }
}
