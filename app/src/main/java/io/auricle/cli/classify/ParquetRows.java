package io.auricle.cli.classify;

import io.auricle.audio.DecodeException;
import io.auricle.bundle.Version;
import io.auricle.classify.Classification;
import io.auricle.classify.ModelView;
import io.auricle.journal.FileState;
import io.auricle.parquet.ParquetField;
import io.auricle.parquet.ParquetFile;
import io.auricle.parquet.ParquetType;
import io.auricle.parquet.ResultFields;
import io.auricle.predict.LabelScore;
import io.auricle.predict.TrackPrediction;
import io.auricle.predict.ValenceArousal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Parquet table of what models say, with the columns of docs/spark.md: all labels of each. */
final class ParquetRows implements Closeable {
  private static final List<ParquetField> FIELDS =
      ResultFields.with(
          List.of(
              ParquetField.of("model", ParquetType.TEXT),
              new ParquetField.Sequence(
                  "labels",
                  new ParquetField.Group(
                      "element",
                      List.of(
                          ParquetField.always("label", ParquetType.TEXT),
                          ParquetField.always("score", ParquetType.DOUBLE),
                          ParquetField.always("given", ParquetType.BOOLEAN)),
                      true),
                  false),
              ParquetField.of("sure", ParquetType.BOOLEAN),
              ParquetField.of("valence", ParquetType.DOUBLE),
              ParquetField.of("arousal", ParquetType.DOUBLE),
              ParquetField.of("no_music", ParquetType.DOUBLE),
              new ParquetField.Group(
                  "embedding",
                  List.of(
                      ParquetField.always("model", ParquetType.TEXT),
                      ParquetField.always("version", ParquetType.TEXT),
                      new ParquetField.Sequence(
                          "values", ParquetField.always("element", ParquetType.DOUBLE), true)),
                  false)));

  private final ParquetFile file;
  private final List<ModelView> models;

  ParquetRows(Path file, List<ModelView> models) throws IOException {
    this.file = new ParquetFile(file, FIELDS, Version.program());
    this.models = List.copyOf(models);
  }

  void write(FileState state, List<Classification> results) throws IOException {
    for (int i = 0; i < results.size(); i++) {
      write(state, models.get(i), results.get(i));
    }
  }

  private void write(FileState state, ModelView model, Classification result) throws IOException {
    @Nullable TrackPrediction said = result.prediction();
    @Nullable DecodeException error = result.error();
    boolean known = state.bytes() >= 0;
    List<@Nullable Object> row = new ArrayList<>();
    row.add(result.path());
    row.add(known ? state.bytes() : null);
    row.add(known ? 1000 * state.modifiedMillis() : null);
    row.add(said == null ? null : said.durationSeconds());
    row.add(model.model());
    if (said == null) {
      row.addAll(Arrays.asList(new @Nullable Object[7]));
    } else {
      said(model, said, row);
    }
    row.add(error == null ? null : error.code().name());
    row.add(error == null ? null : error.reason());
    file.add(row.toArray());
  }

  private static void said(ModelView model, TrackPrediction said, List<@Nullable Object> row) {
    row.add(said.labels().stream().map(ParquetRows::label).toList());
    row.add(model.view().tags() ? null : said.sure());
    @Nullable ValenceArousal mood = ValenceArousal.of(said.labels()).orElse(null);
    row.add(mood == null ? null : mood.valence());
    row.add(mood == null ? null : mood.arousal());
    row.add(said.noMusic().isPresent() ? said.noMusic().get().score() : null);
    boolean point = model.view().embedding() && said.embedding().isPresent();
    row.add(
        point
            ? said.embedding()
                .map(e -> new Object[] {e.model(), e.version(), e.values()})
                .orElseThrow()
            : null);
    row.add(said.warnings());
  }

  private static Object[] label(LabelScore label) {
    return new Object[] {label.label(), label.score(), label.given()};
  }

  /** All have come. */
  void finish() throws IOException {
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
