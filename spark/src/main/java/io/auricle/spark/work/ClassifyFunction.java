package io.auricle.spark.work;

import io.auricle.audio.DecodeException;
import io.auricle.predict.Classifier;
import io.auricle.predict.JointClassifier;
import io.auricle.predict.TrackEmbedding;
import io.auricle.predict.TrackPrediction;
import io.auricle.predict.ValenceArousal;
import io.auricle.spark.input.CatalogueSound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Names what files sound like: a row a file and model. */
public final class ClassifyFunction extends FileFunction {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what List.copyOf gives is serializable; JDK 18 and newer ask
  private final List<String> models;

  private final boolean embedding;

  /** The models of this process, while a task runs. */
  private transient @Nullable JointClassifier loaded;

  /**
   * @param models names of them
   * @param embedding whether rows have what the models' network makes of a track
   */
  public ClassifyFunction(FileTask task, List<String> models, boolean embedding) {
    super(task);
    this.models = List.copyOf(models);
    this.embedding = embedding;
  }

  @Override
  void start(Meters meters) throws IOException {
    loaded = ExecutorModels.of(models, meters);
  }

  private JointClassifier loaded() {
    return Objects.requireNonNull(loaded);
  }

  @Override
  List<Result> analyse(CatalogueSound sound, SoundOpener opener) throws DecodeException {
    List<Optional<TrackPrediction>> said = loaded().predict(sound.name(), opener::open);
    DecodeException silent = JointClassifier.silent(sound.name());
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      Classifier model = loaded().models().get(i);
      Result result = of(model);
      results.add(
          said.get(i)
              .map(track -> result(result, model, track))
              .orElseGet(() -> result.withError(silent)));
    }
    return results;
  }

  @Override
  List<Result> failed(DecodeException error) {
    return loaded().models().stream().map(model -> of(model).withError(error)).toList();
  }

  private static Result of(Classifier model) {
    return new Result().with("model", model.card().about().name());
  }

  private Result result(Result result, Classifier model, TrackPrediction track) {
    result
        .with("duration_seconds", track.durationSeconds())
        .with(
            "labels",
            track.labels().stream()
                .map(label -> RowFactory.create(label.label(), label.score(), label.given()))
                .toArray(Row[]::new))
        .withWarnings(track.warnings());
    if (!model.card().scores().tags()) {
      result.with("sure", track.sure());
    }
    ValenceArousal.of(track.labels())
        .ifPresent(mood -> result.with("valence", mood.valence()).with("arousal", mood.arousal()));
    track.noMusic().ifPresent(no -> result.with("no_music", no.score()));
    if (embedding) {
      track.embedding().ifPresent(point -> result.with("embedding", row(point)));
    }
    return result;
  }

  private static Row row(TrackEmbedding point) {
    return RowFactory.create(point.model(), point.version(), point.values().toArray(new Double[0]));
  }
}
