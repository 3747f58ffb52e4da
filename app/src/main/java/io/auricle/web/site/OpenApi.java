package io.auricle.web.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.auricle.bundle.Version;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The description of the API, for programs and for people; made when first asked for. */
public final class OpenApi {
  private @Nullable String json;
  private @Nullable String page;

  /** {@code GET /openapi.json}. */
  public void json(Context context) throws IOException {
    context.header("Cache-Control", "no-cache");
    context.contentType("application/json");
    context.result(json());
  }

  /** {@code GET /api}. */
  public void page(Context context) throws IOException {
    context.header("Cache-Control", "no-cache");
    context.contentType("text/html; charset=utf-8");
    context.result(page());
  }

  private synchronized String json() throws IOException {
    if (json == null) {
      json = document().toString();
    }
    return json;
  }

  private synchronized String page() throws IOException {
    if (page == null) {
      page = new ApiPage(document()).html();
    }
    return page;
  }

  private static JsonNode document() throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
      JsonNode read = new YAMLMapper().readTree(Objects.requireNonNull(in));
      ((ObjectNode) read.path("info")).put("version", Version.number());
      return read;
    }
  }
}
