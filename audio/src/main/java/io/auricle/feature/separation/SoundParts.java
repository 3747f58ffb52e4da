package io.auricle.feature.separation;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.SharedLayer;
import io.auricle.feature.Spectra;

/** What is known by each block of both parts of a sound. */
final class SoundParts extends SharedLayer {
  static final Key<SoundParts> KEY = new OfSpectra();

  private final Spectra spectra;
  private final HarmonicStream stream;
  private final float[] harmonic;
  private final float[] percussive;
  private int count;

  /** Samples of the first half frame, which lie before the sound. */
  private int skipped;

  /** Samples of the sound that have come and have not been given. */
  private long due;

  private record OfSpectra() implements Key<SoundParts> {
    @Override
    public SoundParts layer(Analysis sound) {
      return new SoundParts(sound);
    }
  }

  private SoundParts(Analysis sound) {
    sound.needSamples();
    FrameGrid grid = sound.grid();
    this.spectra = sound.layer(Spectra.KEY);
    this.stream =
        new HarmonicStream(grid.frameLength(), grid.hopLength(), sound.space(), this::add);
    spectra.fill(stream);
    int most = 2 * FrameBlock.FRAMES * grid.hopLength() + 2 * grid.frameLength();
    this.harmonic = sound.space().floats(most);
    this.percussive = sound.space().floats(most);
    this.skipped = grid.frameLength() / 2;
  }

  @Override
  protected void compute(FrameBlock block) {
    count = 0;
    due += Math.max(0, block.end() - block.from());
    spectra.load(block);
    stream.advance(block);
  }

  private void add(float[] harmonicPart, float[] percussivePart, int length) {
    int from = Math.min(skipped, length);
    int taken = (int) Math.min(due, length - from);
    skipped -= from;
    due -= taken;
    System.arraycopy(harmonicPart, from, harmonic, count, taken);
    System.arraycopy(percussivePart, from, percussive, count, taken);
    count += taken;
  }

  float[] harmonic() {
    return harmonic;
  }

  float[] percussive() {
    return percussive;
  }

  /** Samples of each part that have come with this block. */
  int count() {
    return count;
  }
}
