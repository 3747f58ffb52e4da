package io.auricle.feature.published;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/** All columns of a feature as one: what is summed up is all of their values. */
record Pooled(String column, FrameFeature feature) implements FrameFeature {
  @Override
  public Rows rows() {
    return Rows.SAMPLE;
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of(column);
  }

  @Override
  public Kernel kernel(Analysis sound) {
    int width = feature.columns(sound.grid()).size();
    Kernel kernel = feature.kernel(sound);
    return (block, rows) ->
        kernel.accept(block, (values, from, count) -> rows.add(values, from, count * width));
  }
}
