package io.auricle.audio.pcm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * From several channels to one: their mean, as librosa's {@code to_mono}, except where the channels
 * cancel each other. Not thread-safe: one a stream.
 *
 * <p>The sound is judged in windows of four seconds, each before it is mixed, and in blocks of a
 * quarter of a second within. {@link ChannelEnergy#kept} is what the mean keeps of the energy: 1
 * where the channels have nothing in common, 2 where both are equal, {@code 1 + r} at a correlation
 * of {@code r}, 0 where they are opposite. Two parts of one recording as left and right keep .83 in
 * every window (120 recordings, 30 s each), phases turned at random .77; a stereo recording keeps
 * more, for its channels have something in common. Opposite channels keep nothing; but a lossy
 * codec leaves its noise in the mean: .13 in the worst window of Vorbis, .05 of Opus, .003 of AAC
 * (12 recordings), .3 in blocks of Vorbis of 48 kbit/s alone. {@value #WINDOW_CANCELS} lies
 * between. A block alone is given up where next to nothing is left of it and it is not a quiet one,
 * so that sound which turns over in the middle is not lost.
 *
 * <p>There each channel is added or subtracted as it goes with or against the loudest one; if that
 * keeps no more, the loudest is taken alone. Changes are faded, so that they do not click.
 */
final class ChannelMix {
  static final double WINDOW_CANCELS = 0.4;

  /** Where opposite channels were found, less has to be left for them to be opposite still. */
  private static final double WINDOW_KEEPS = 0.7;

  private static final double BLOCK_CANCELS = 0.05;
  private static final double BLOCK_KEEPS = 1;

  /** Beyond, channels are no places in a room; nothing is allocated for files that claim it. */
  private static final int MAX_CHANNELS = 64;

  private static final int MAX_SAMPLES = 1 << 20;
  private static final int UNJUDGED = 1 << 14;
  private static final int BLOCKS = 16;
  private static final int BLOCKS_A_SECOND = 4;
  private static final int FADES_A_SECOND = 50;

  private final int channels;
  private final int rateHz;
  private final int blockFrames;
  private final int windowFrames;

  /** What each channel counts where they are opposite. */
  private float[] weights = new float[0];

  private boolean opposite;
  private boolean lastBlockOpposite;
  private long frames;
  private long oppositeFrames;

  ChannelMix(int channels, int rateHz) {
    this.channels = channels;
    this.rateHz = rateHz;
    this.blockFrames = Math.max(1, rateHz / BLOCKS_A_SECOND);
    boolean judged = channels > 1 && channels <= MAX_CHANNELS;
    int most =
        judged ? Math.min(MAX_SAMPLES / channels, BLOCKS * blockFrames) : UNJUDGED / channels;
    this.windowFrames = Math.max(1, most);
  }

  /** How many frames {@link #mix} wants to see at once, where there are as many. */
  int windowFrames() {
    return windowFrames;
  }

  /** Mixes the next {@code [count][channels]} samples. */
  void mix(float[] samples, int count, float[] mixed) {
    mean(samples, count, mixed);
    if (channels == 1 || channels > MAX_CHANNELS) {
      return;
    }
    ChannelEnergy[] blocks = new ChannelEnergy[(count + blockFrames - 1) / blockFrames];
    ChannelEnergy whole = new ChannelEnergy(channels);
    for (int b = 0; b < blocks.length; b++) {
      int from = b * blockFrames;
      blocks[b] = ChannelEnergy.of(samples, from, Math.min(count, from + blockFrames), channels);
      whole.add(blocks[b]);
    }
    // The rest at the end is too little to change one's mind.
    if (frames == 0 || count >= rateHz) {
      opposite = whole.kept() < (opposite ? WINDOW_KEEPS : WINDOW_CANCELS);
    }
    boolean[] turned = new boolean[blocks.length];
    int loudest = -1;
    boolean last = lastBlockOpposite;
    for (int b = 0; b < blocks.length; b++) {
      last = isOpposite(blocks[b], whole, blocks.length, last);
      turned[b] = last;
      if (last && (loudest < 0 || blocks[b].energy() > blocks[loudest].energy())) {
        loudest = b;
      }
    }
    float[] before = weights;
    if (loudest >= 0 && !blocks[loudest].isQuiet()) {
      weights = blocks[loudest].weights(samples, loudest * blockFrames, before);
    }
    for (int b = 0; b < blocks.length; b++) {
      int from = b * blockFrames;
      mix(samples, from, Math.min(count, from + blockFrames), turned[b], before, mixed);
      before = weights;
    }
    frames += count;
  }

  private void mix(
      float[] samples, int from, int to, boolean turned, float[] before, float[] mixed) {
    if (turned) {
      oppositeFrames += to - from;
      for (int i = from; i < to; i++) {
        mixed[i] = weighed(samples, i, weights);
      }
    }
    boolean changed = turned && lastBlockOpposite && !Arrays.equals(before, weights);
    if (frames + from > 0 && (changed || turned != lastBlockOpposite)) {
      fade(samples, from, Math.min(to, from + rateHz / FADES_A_SECOND), before, mixed);
    }
    lastBlockOpposite = turned;
  }

  boolean isMostlyOpposite() {
    return 2 * oppositeFrames > frames;
  }

  /** What to tell of it, if the channels were opposite anywhere. */
  Optional<String> warning() {
    if (oppositeFrames == 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "opposite channels: their mean would lose the sound in %.1f of %.1f s, so their"
                + " difference was taken there",
            (double) oppositeFrames / rateHz,
            (double) frames / rateHz));
  }

  private boolean isOpposite(
      ChannelEnergy block, ChannelEnergy whole, int blocks, boolean lastOpposite) {
    if (block.isQuiet()) {
      return lastOpposite;
    }
    if (opposite) {
      return block.kept() < BLOCK_KEEPS;
    }
    return block.kept() < BLOCK_CANCELS && block.energy() * blocks > whole.energy() / 4;
  }

  private void mean(float[] samples, int count, float[] mixed) {
    switch (channels) {
      case 1 -> System.arraycopy(samples, 0, mixed, 0, count);
      case 2 -> {
        for (int i = 0; i < count; i++) {
          mixed[i] = (samples[2 * i] + samples[2 * i + 1]) * 0.5f;
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          float sum = 0;
          for (int c = 0; c < channels; c++) {
            sum += samples[i * channels + c];
          }
          mixed[i] = sum / channels;
        }
      }
    }
  }

  private float weighed(float[] samples, int frame, float[] by) {
    float sum = 0;
    for (int c = 0; c < channels; c++) {
      sum += by[c] * samples[frame * channels + c];
    }
    return sum;
  }

  /** From what the block before was mixed like to what stands in {@code mixed}. */
  private void fade(float[] samples, int from, int to, float[] before, float[] mixed) {
    float[] old = new float[channels];
    if (lastBlockOpposite) {
      System.arraycopy(before, 0, old, 0, channels);
    } else {
      Arrays.fill(old, 1f / channels);
    }
    for (int i = from; i < to; i++) {
      float share = (i - from + 0.5f) / (to - from);
      mixed[i] = share * mixed[i] + (1 - share) * weighed(samples, i, old);
    }
  }
}
