package io.auricle.feature.custom;

import io.auricle.audio.Signal;
import io.auricle.feature.CheckedExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.SignalFrames;
import java.util.ArrayList;
import java.util.List;

/** The features of {@link CustomOptions}; all of them share one spectrum. */
final class CustomExtractor extends CheckedExtractor<CustomOptions> {
  private final List<FeaturePart> parts;

  CustomExtractor(CustomOptions options) {
    super(options, columns(options.frames(), options.parts()));
    this.parts = options.parts();
  }

  /** The columns of all parts. */
  static List<String> columns(FrameOptions frames, List<FeaturePart> parts) {
    return parts.stream().flatMap(part -> names(part, frames).stream()).toList();
  }

  private static List<String> names(FeaturePart part, FrameOptions frames) {
    List<String> columns = part.frameColumns(frames);
    if (part.statistics().isEmpty()) {
      return columns;
    }
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      part.statistics().forEach(statistic -> names.add(column + "_" + statistic.suffix()));
    }
    return names;
  }

  @Override
  protected FeatureMatrix analyse(Signal signal) {
    SignalFrames cut = new SignalFrames(signal, options.frames());
    return parts.get(0).statistics().isEmpty() ? frames(cut) : row(cut);
  }

  private FeatureMatrix frames(SignalFrames cut) {
    List<FeatureMatrix> matrices =
        parts.stream().flatMap(part -> part.frames(cut).stream()).toList();
    int count = matrices.get(0).frameCount();
    float[] values = new float[Math.multiplyExact(count, columns().size())];
    int filled = 0;
    for (FeatureMatrix matrix : matrices) {
      for (int frame = 0; frame < count; frame++) {
        matrix.copyTo(frame, 1, values, frame * columns().size() + filled);
      }
      filled += matrix.columnCount();
    }
    return FeatureMatrix.of(count, columns().size(), values);
  }

  private FeatureMatrix row(SignalFrames cut) {
    float[] values = new float[columns().size()];
    int filled = 0;
    for (FeaturePart part : parts) {
      for (FeatureMatrix matrix : part.frames(cut)) {
        for (int column = 0; column < matrix.columnCount(); column++) {
          for (Statistic statistic : part.statistics()) {
            values[filled++] = (float) statistic.of(matrix, column);
          }
        }
      }
    }
    return FeatureMatrix.of(1, values.length, values);
  }
}
