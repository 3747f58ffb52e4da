package io.auricle.feature.frame;

import io.auricle.dsp.BinRows;
import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.SharedLayer;
import io.auricle.feature.Spectra;
import java.util.ArrayList;
import java.util.List;

/** The {@link Spectra} of a block, a row a bin, for what is computed alike for every frame. */
public final class TurnedSpectra extends SharedLayer {
  /** Asks for the layer. */
  public static final Key<TurnedSpectra> KEY = new OfSpectra();

  private final int bins;
  private final Spectra powers;
  private final Kept kept;
  private BinRows rows;
  private boolean keeping;
  private int known;

  private record OfSpectra() implements Key<TurnedSpectra> {
    @Override
    public TurnedSpectra layer(Analysis sound) {
      return new TurnedSpectra(sound);
    }
  }

  /** Rows that are used again by the next sound; of the first block and those behind the last. */
  private static final class Kept {
    final List<BinRows> blocks = new ArrayList<>();
  }

  private TurnedSpectra(Analysis sound) {
    this.bins = sound.grid().bins();
    this.powers = sound.layer(Spectra.KEY);
    this.kept = sound.space().buffer(Kept.class, Kept::new);
    this.rows = room(0);
  }

  private BinRows room(int index) {
    while (index >= kept.blocks.size()) {
      kept.blocks.add(new BinRows(bins));
    }
    return kept.blocks.get(index);
  }

  @Override
  protected boolean keep() {
    keeping = true;
    return true;
  }

  @Override
  protected boolean isKept(int blocks) {
    return keeping && blocks <= known;
  }

  @Override
  protected void compute(FrameBlock block) {
    int index = block.index();
    boolean keep = keeping && index < MOST_KEPT;
    rows = room(keep ? index : keeping ? MOST_KEPT : 0);
    if (index >= known) {
      powers.load(block);
      rows.load(powers.values(), powers.from(), block.frames());
      known = keep ? index + 1 : known;
    }
  }

  /** The rows of the block loaded. */
  public BinRows rows() {
    return rows;
  }
}
