package io.auricle.feature;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;
import io.auricle.audio.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The extractor of a set that is a {@link Kernel}: of sounds that are held in memory and of those
 * that come in block by block.
 *
 * @param <O> options of the set
 */
public final class KernelExtractor<O extends FeatureOptions> extends CheckedExtractor<O> {
  private final FrameGrid grid;
  private final Function<Analysis, Kernel> kernels;
  private final WorkSpace.Pool spaces = new WorkSpace.Pool();

  /**
   * @param kernels makes the kernel of a sound, always asking for the same buffers in the same
   *     order
   */
  public KernelExtractor(
      O options, FrameGrid grid, List<String> columns, Function<Analysis, Kernel> kernels) {
    super(options, columns);
    this.grid = grid;
    this.kernels = kernels;
  }

  @Override
  protected FeatureMatrix analyse(Signal signal) {
    try (WorkSpace space = spaces.take()) {
      Analysis sound = new Analysis(grid, space);
      Gathered rows = new Gathered(columns().size(), grid.count(signal.length()));
      sound.<RuntimeException>run(
          kernels.apply(sound),
          (frames, target) -> new FrameBlocks(frames, space, target).writeAll(signal),
          rows);
      return rows.matrix();
    }
  }

  @Override
  public void extract(SampleSource source, Rows rows) throws DecodeException {
    int width = columns().size();
    try (WorkSpace space = spaces.take()) {
      Analysis sound = new Analysis(grid, space);
      sound.<DecodeException>run(
          kernels.apply(sound),
          (frames, target) -> new FrameBlocks(frames, space, target).writeAll(source),
          (values, from, count) ->
              rows.add(
                  FeatureMatrix.wrap(
                      count, width, Arrays.copyOfRange(values, from, from + count * width))));
    }
  }

  /** All rows of a kernel. */
  static final class Gathered implements Kernel.Target {
    private final int columns;
    private float[] values;
    private int filled;

    /**
     * @param likelyRows of which there may be more
     */
    Gathered(int columns, long likelyRows) {
      this.columns = columns;
      this.values = new float[(int) Math.min(1 << 28, columns * likelyRows)];
    }

    @Override
    public void add(float[] more, int from, int count) {
      int length = count * columns;
      if (filled + length > values.length) {
        values = Arrays.copyOf(values, Math.max(Math.addExact(filled, length), 2 * filled));
      }
      System.arraycopy(more, from, values, filled, length);
      filled += length;
    }

    FeatureMatrix matrix() {
      float[] all = filled == values.length ? values : Arrays.copyOf(values, filled);
      return FeatureMatrix.wrap(filled / columns, columns, all);
    }
  }
}
