package io.auricle.classic;

import io.auricle.classic.model.FormulaModel;
import io.auricle.classic.model.OnnxFormula;
import io.auricle.classic.model.TagSet;
import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/** A model for each tag, of two labels: its absence and the tag (binary relevance). */
final class TagModels implements FormulaModel {
  private final List<String> tags;
  private final List<FormulaModel> models;

  private TagModels(List<String> tags, List<FormulaModel> models) {
    this.tags = tags;
    this.models = models;
  }

  /** Trains a model a tag. */
  static TagModels train(ClassicOptions options, TagSet data, long seed) {
    if (data.soft()) {
      throw new IllegalArgumentException(
          ("kind=%s must be svm where shares are learned; it learns whether tags are there, so set"
                  + " learn: tags")
              .formatted(options.kind()));
    }
    List<FormulaModel> models = new ArrayList<>();
    for (int tag = 0; tag < data.tags().size(); tag++) {
      models.add((FormulaModel) options.train(data.binary(tag), seed));
    }
    return new TagModels(data.tags(), models);
  }

  @Override
  public List<String> labels() {
    return tags;
  }

  @Override
  public int columnCount() {
    return models.get(0).columnCount();
  }

  @Override
  public double[] scores(FeatureMatrix vector) {
    return models.stream().mapToDouble(model -> model.scores(vector)[1]).toArray();
  }

  @Override
  public String write(OnnxFormula formula) {
    List<String> columns = new ArrayList<>();
    for (int tag = 0; tag < models.size(); tag++) {
      double[][] place = new double[2][models.size()];
      place[1][tag] = 1;
      String scores = models.get(tag).write(formula);
      columns.add(formula.node("MatMul", scores, formula.constant("place", place)));
    }
    return formula.node("Sum", columns.toArray(String[]::new));
  }
}
