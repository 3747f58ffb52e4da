package io.auricle.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.explore.Exploration;
import io.auricle.explore.Points;
import io.auricle.explore.Silhouette;
import io.auricle.plot.Marker;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the script of an exploration's page draws, as JSON that may stand within HTML. */
final class ExplorationData {
  private static final MathContext DIGITS = new MathContext(5);

  private final Exploration exploration;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  private ExplorationData(Exploration exploration) throws IOException {
    this.exploration = exploration;
    this.json = new JsonFactory().createGenerator(text);
  }

  static String of(Exploration exploration, ExplorationView view) throws IOException {
    ExplorationData data = new ExplorationData(exploration);
    data.write(view);
    // A name must not end the script that holds the data.
    return data.text.toString().replace("<", "\\u003c");
  }

  private void write(ExplorationView view) throws IOException {
    json.writeStartObject();
    json.writeStringField("view", view.layout() ? "tsne" : "pca");
    json.writeStringField("colour", view.clusters() ? "cluster" : "label");
    json.writeNumberField("features", exploration.table().columns().size());
    strings("names", exploration.table().rows().stream().map(row -> row.name()).toList());
    strings("labels", exploration.labels());
    integers("group", exploration.groups());
    strings("clusterNames", ClusterTable.names(exploration));
    integers("cluster", exploration.clusters().assignment());
    json.writeStringField("clusterSpace", ClusterTable.space(exploration));
    numbers("shares", exploration.pca().varianceShares());
    coordinates("pca", exploration.pca().scores());
    if (exploration.layout() != null) {
      coordinates("tsne", exploration.layout());
    }
    if (exploration.trustworthiness() != null) {
      json.writeNumberField("trust", rounded(exploration.trustworthiness()));
    }
    if (exploration.options().tsne().isPresent()) {
      json.writeNumberField("perplexity", rounded(exploration.options().tsne().get().perplexity()));
    }
    silhouette("labelSilhouette", exploration.byLabel(), exploration.groups());
    silhouette("clusterSilhouette", exploration.byCluster(), exploration.clusters().assignment());
    markers();
    json.writeEndObject();
    json.close();
  }

  private void strings(String field, List<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void integers(String field, List<Integer> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (int value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  private void numbers(String field, List<Double> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (double value : values) {
      json.writeNumber(rounded(value));
    }
    json.writeEndArray();
  }

  private void coordinates(String field, Points points) throws IOException {
    json.writeArrayFieldStart(field);
    for (int column = 0; column < points.columns(); column++) {
      json.writeStartArray();
      for (int row = 0; row < points.rows(); row++) {
        json.writeNumber(rounded(points.at(row, column)));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Points without a group have no value. */
  private void silhouette(String field, @Nullable Silhouette silhouette, List<Integer> groups)
      throws IOException {
    if (silhouette == null) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    json.writeNumberField("mean", rounded(silhouette.mean()));
    numbers("groups", silhouette.groupMeans());
    json.writeArrayFieldStart("values");
    int next = 0;
    for (int group : groups) {
      if (group < 0) {
        json.writeNull();
      } else {
        json.writeNumber(rounded(silhouette.values().get(next++)));
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void markers() throws IOException {
    json.writeArrayFieldStart("markers");
    for (Marker marker : Marker.values()) {
      json.writeStartObject();
      json.writeStringField("path", marker.path());
      json.writeStringField("light", marker.onLight());
      json.writeStringField("dark", marker.onDark());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(DIGITS);
  }
}
