package io.auricle.feature.custom;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.frame.Delta;
import io.auricle.feature.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * One feature of a set.
 *
 * @param feature what is computed
 * @param deltas how many orders of {@link Delta} follow the feature's columns: 0, 1 or 2
 * @param deltaFrames width of the deltas, odd, at least 3; librosa's default is 9
 * @param statistics of each column over the frames; none to keep the frames. A feature of one row
 *     stays as it is
 */
public record FeaturePart(
    FrameFeature feature, int deltas, int deltaFrames, List<Statistic> statistics) {
  /** librosa's default width of deltas. */
  public static final int DELTA_FRAMES = 9;

  public FeaturePart {
    if (deltas < 0 || deltas > 2) {
      throw new IllegalArgumentException("deltas=" + deltas + " must be 0, 1 or 2");
    }
    new Delta(deltaFrames, 1);
    statistics = List.copyOf(statistics);
  }

  /** The feature alone, frame by frame. */
  public static FeaturePart of(FrameFeature feature, Statistic... statistics) {
    return new FeaturePart(feature, 0, DELTA_FRAMES, List.of(statistics));
  }

  /** The same with these statistics. */
  public FeaturePart with(List<Statistic> others) {
    return new FeaturePart(feature, deltas, deltaFrames, others);
  }

  /** Whether its columns are of the whole sound. */
  boolean isSummedUp() {
    return feature.rows() == FrameFeature.Rows.SOUND || !statistics.isEmpty();
  }

  /** How many orders of deltas there are: none of what is not a row a frame. */
  private int orders() {
    return feature.rows() == FrameFeature.Rows.FRAME ? deltas : 0;
  }

  /** The feature's columns, then those of each order of deltas; each with its statistics. */
  List<String> columns(FrameGrid grid) {
    List<String> names = feature.columns(grid);
    List<String> all = new ArrayList<>(names);
    for (int order = 1; order <= orders(); order++) {
      String suffix = order == 1 ? "_delta" : "_delta" + order;
      names.forEach(name -> all.add(name + suffix));
    }
    if (feature.rows() == FrameFeature.Rows.SOUND || statistics.isEmpty()) {
      return all;
    }
    return all.stream()
        .flatMap(name -> statistics.stream().map(each -> name + "_" + each.suffix()))
        .toList();
  }

  /** Begins the columns of a sound: those of the feature, then those of each order of deltas. */
  Strand strand(Analysis sound) {
    Kernel kernel = feature.kernel(sound);
    int columns = feature.columns(sound.grid()).size();
    List<ColumnSink> sinks = new ArrayList<>();
    List<Delta.Stream> streams = new ArrayList<>();
    for (int order = 0; order <= orders(); order++) {
      ColumnSink sink =
          feature.rows() == FrameFeature.Rows.SOUND || statistics.isEmpty()
              ? new WaitingRows(columns)
              : new SummedRows(columns, statistics);
      sinks.add(sink);
      if (order > 0) {
        streams.add(new Delta(deltaFrames, order).stream(columns, sink));
      }
    }
    return new Strand(kernel, sinks, streams);
  }

  /** A kernel with what its rows go to. */
  record Strand(Kernel kernel, List<ColumnSink> sinks, List<Delta.Stream> deltas) {
    void accept(FrameBlock block) {
      kernel.accept(
          block,
          (values, from, count) -> {
            sinks.get(0).add(values, from, count);
            deltas.forEach(delta -> delta.add(values, from, count));
          });
      if (block.last()) {
        deltas.forEach(Delta.Stream::end);
      }
    }
  }
}
