package io.auricle.experiment.trainer;

import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.experiment.ClassicRecipe;
import io.auricle.experiment.source.Summary;
import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The vectors that a classical model hears of a clip. */
interface HeardVectors {
  /** Of the whole clip. */
  List<FeatureMatrix> heard(FeatureMatrix clip);

  /** What is learned of a clip, random parts of it included. */
  default List<FeatureMatrix> learned(FeatureMatrix clip, Random random) {
    return heard(clip);
  }

  /** The model of the experiment's input that a model of these vectors makes. */
  byte[] before(byte[] onnx);

  /**
   * What a recipe says.
   *
   * @throws IllegalArgumentException if it does not fit the input
   */
  static HeardVectors of(ClassicRecipe recipe, InputOptions input) throws IOException {
    if (recipe.heard() instanceof ClassicRecipe.Embedded embedded) {
      return Embedding.open(embedded, input);
    }
    if (input.segmentFrames() != 1 || input.layout() != InputLayout.VECTOR) {
      throw new IllegalArgumentException(
          "segmentFrames=%d, layout=%s must be 1 and vector for a classical model without embedding"
              .formatted(
                  input.segmentFrames(), input.layout().toString().toLowerCase(Locale.ROOT)));
    }
    ClassicRecipe.Features features = (ClassicRecipe.Features) recipe.heard();
    ColumnChoice columns =
        ColumnChoice.without(features.without(), input.features().extractor().columns());
    return new OfFeatures(new Summary(input.features()), features.crops(), columns);
  }

  /** The features, or some of their columns. */
  record OfFeatures(Summary summary, int crops, ColumnChoice columns) implements HeardVectors {
    @Override
    public List<FeatureMatrix> heard(FeatureMatrix clip) {
      return List.of(columns.of(summary.of(clip)));
    }

    @Override
    public List<FeatureMatrix> learned(FeatureMatrix clip, Random random) {
      List<FeatureMatrix> learned = new ArrayList<>(heard(clip));
      summary.crops(clip, crops, random).forEach(vector -> learned.add(columns.of(vector)));
      return learned;
    }

    @Override
    public byte[] before(byte[] onnx) {
      return columns.before(onnx);
    }
  }
}
