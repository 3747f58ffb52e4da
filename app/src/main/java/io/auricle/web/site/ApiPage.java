package io.auricle.web.site;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An OpenAPI document as a page for people, with the head and the style of the page and a way back
 * to it. Nothing is from elsewhere; the one script brings the chosen colours.
 */
final class ApiPage {
  private static final List<String> METHODS = List.of("get", "post", "delete");

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%1$s API</title>
      <link rel="icon" href="icon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="css/base.css"><link rel="stylesheet" href="api.css">
      <script type="module" src="js/describe.js"></script></head><body>
      <a class="skip" href="#main">Skip to the content</a>
      <header class="top">
      <a class="brand" href="./" data-back><svg viewBox="0 0 32 32" aria-hidden="true">
      <path d="M7 13a9 9 0 0 1 18 0c0 7-6 7-6 12a4 4 0 0 1-7 2M12 13a4 4 0 0 1 8 0c0 3-3 3.5-3 6"/>
      </svg>%1$s</a>
      <nav aria-label="Pages"><a href="./#/" data-back>Listen</a>
      <a href="./#/library" data-back>Library</a> <a href="./#/compare" data-back>Compare</a> <a href="./#/models" data-back>Models</a>
      <a href="api" aria-current="page">API</a></nav></header>
      <main id="main" tabindex="-1"><p class="back"><a href="./#/" data-back>Back to the music</a></p>
      """;

  private final JsonNode document;
  private final StringBuilder out = new StringBuilder();

  ApiPage(JsonNode document) {
    this.document = document;
  }

  String html() {
    String title = document.at("/info/title").asText();
    out.append(HEAD.formatted(Html.escape(title)));
    tag("h1", title + " API");
    paragraph(document.at("/info/description").asText());
    out.append("<p class=\"version\">Version ");
    out.append(Html.escape(document.at("/info/version").asText()));
    out.append(". <a href=\"openapi.json\">openapi.json</a> says the same for programs.</p>\n");
    for (JsonNode group : document.path("tags")) {
      tag("h2", group.path("name").asText());
      paragraph(group.path("description").asText());
      operations(group.path("name").asText());
    }
    tag("h2", "Objects");
    for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      schema(schema.getKey(), schema.getValue());
    }
    return out.append("</main></body></html>\n").toString();
  }

  private void operations(String group) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (String method : METHODS) {
        JsonNode operation = path.getValue().path(method);
        if (operation.at("/tags/0").asText().equals(group)) {
          operation(method, path.getKey(), path.getValue(), operation);
        }
      }
    }
  }

  private void operation(String method, String path, JsonNode item, JsonNode operation) {
    out.append("<section id=\"").append(Html.escape(operation.path("operationId").asText()));
    out.append("\"><h3><code>").append(method.toUpperCase(Locale.ROOT)).append(' ');
    out.append(Html.escape(path)).append("</code></h3>\n");
    tag("p", operation.path("summary").asText() + ".");
    paragraph(operation.path("description").asText());
    List<JsonNode> parameters = new ArrayList<>();
    item.path("parameters").forEach(parameters::add);
    operation.path("parameters").forEach(parameters::add);
    if (!parameters.isEmpty()) {
      begin(method + " " + path + ", parameters", "Parameter", "Type", "Meaning");
      for (JsonNode reference : parameters) {
        JsonNode parameter = resolved(reference);
        row(
            code(parameter.path("name").asText()),
            type(parameter.path("schema")),
            text(parameter.path("description").asText()));
      }
      end();
    }
    begin(method + " " + path + ", answers", "Answer", "Type", "Meaning");
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      JsonNode answer = resolved(response.getValue());
      List<String> types = new ArrayList<>();
      for (Map.Entry<String, JsonNode> content : answer.path("content").properties()) {
        types.add(code(content.getKey()) + " " + type(content.getValue().path("schema")));
      }
      row(
          code(response.getKey()),
          String.join("<br>", types),
          text(answer.path("description").asText()));
    }
    end();
    out.append("</section>\n");
  }

  private void schema(String name, JsonNode schema) {
    out.append("<section id=\"schema-").append(Html.escape(name)).append("\">");
    tag("h3", name);
    paragraph(schema.path("description").asText());
    if (!schema.has("properties")) {
      out.append("<p>").append(type(schema)).append("</p></section>\n");
      return;
    }
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(key -> required.add(key.asText()));
    begin(name + ", keys", "Key", "Type", "Meaning");
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String when = required.contains(property.getKey()) ? "" : "May be left out. ";
      row(
          code(property.getKey()),
          type(property.getValue()),
          text(when + property.getValue().path("description").asText()));
    }
    end();
    out.append("</section>\n");
  }

  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asText().replaceFirst(".*/", "");
      return "<a href=\"#schema-%1$s\">%1$s</a>".formatted(Html.escape(name));
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) {
        List<String> types = new ArrayList<>();
        schema.path(choice).forEach(one -> types.add(type(one)));
        return String.join(" or ", types);
      }
    }
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema.path("enum").forEach(value -> values.add(code(value.asText())));
      return String.join(", ", values);
    }
    if (schema.has("items")) {
      return "list of " + type(schema.path("items"));
    }
    if (schema.has("const")) {
      return code(schema.path("const").asText().strip());
    }
    String standard = schema.has("default") ? ", " + schema.path("default").asText() : "";
    return text(schema.path("type").asText() + standard);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private void begin(String name, String... heads) {
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    out.append(Html.escape(name)).append("\"><table><thead><tr>");
    for (String head : heads) {
      out.append("<th scope=\"col\">").append(head).append("</th>");
    }
    out.append("</tr></thead><tbody>\n");
  }

  private void row(String... cells) {
    out.append("<tr>");
    for (String cell : cells) {
      out.append("<td>").append(cell).append("</td>");
    }
    out.append("</tr>\n");
  }

  private void end() {
    out.append("</tbody></table></div>\n");
  }

  private void paragraph(String words) {
    if (!words.isEmpty()) {
      out.append("<p>").append(text(words)).append("</p>\n");
    }
  }

  private void tag(String name, String words) {
    out.append('<').append(name).append('>').append(Html.escape(words));
    out.append("</").append(name).append(">\n");
  }

  /** Text with what stands between backticks as code. */
  private static String text(String words) {
    return Html.escape(words).replaceAll("`([^`]*)`", "<code>$1</code>");
  }

  private static String code(String word) {
    return "<code>" + Html.escape(word) + "</code>";
  }
}
