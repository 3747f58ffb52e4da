package io.auricle.feature.custom;

import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.KernelExtractor;
import java.util.List;

/** The columns of several features, either a row a frame or one row of the whole sound. */
public final class SideBySide implements Kernel {
  private final List<FeaturePart.Strand> strands;
  private final List<ColumnSink> sinks;
  private final boolean summed;
  private final int width;
  private float[] filled = new float[0];

  private SideBySide(List<FeaturePart> parts, Analysis sound) {
    this.strands = parts.stream().map(part -> part.strand(sound)).toList();
    this.sinks = strands.stream().flatMap(strand -> strand.sinks().stream()).toList();
    this.summed = parts.get(0).isSummedUp();
    this.width = sinks.stream().mapToInt(ColumnSink::width).sum();
  }

  /** The extractor of such a set, all or none of whose parts are summed up. */
  public static <O extends FeatureOptions> KernelExtractor<O> extractor(
      O options, FrameGrid grid, List<FeaturePart> parts) {
    return new KernelExtractor<>(
        options, grid, columns(grid, parts), sound -> new SideBySide(parts, sound));
  }

  /**
   * As above, summed up and with columns of other names.
   *
   * @param sources which of the parts' columns each is
   */
  public static <O extends FeatureOptions> KernelExtractor<O> extractor(
      O options,
      FrameGrid grid,
      List<FeaturePart> parts,
      List<String> sources,
      List<String> columns) {
    int[] places = sources.stream().mapToInt(columns(grid, parts)::indexOf).toArray();
    return new KernelExtractor<>(options, grid, columns, sound -> sorted(parts, sound, places));
  }

  private static Kernel sorted(List<FeaturePart> parts, Analysis sound, int[] places) {
    Kernel all = new SideBySide(parts, sound);
    float[] ordered = new float[places.length];
    return (block, rows) ->
        all.accept(
            block,
            (values, from, count) -> {
              for (int i = 0; i < places.length; i++) {
                ordered[i] = values[from + places[i]];
              }
              rows.add(ordered, 0, 1);
            });
  }

  /** The columns of all parts. */
  static List<String> columns(FrameGrid grid, List<FeaturePart> parts) {
    return parts.stream().flatMap(part -> part.columns(grid).stream()).toList();
  }

  @Override
  public void accept(FrameBlock block, Target rows) {
    strands.forEach(strand -> strand.accept(block));
    if (!summed) {
      give(sinks.stream().mapToInt(ColumnSink::ready).min().orElse(0), rows);
    } else if (block.last()) {
      give(1, rows);
    }
  }

  private void give(int count, Target rows) {
    if (filled.length < count * width) {
      filled = new float[count * width];
    }
    int at = 0;
    for (int i = 0; i < count; i++) {
      for (ColumnSink sink : sinks) {
        sink.take(filled, at);
        at += sink.width();
      }
    }
    rows.add(filled, 0, count);
  }
}
