package io.auricle.bundle;

/**
 * How tracks are cut into clips; what it means stands at {@link InputOptions}.
 *
 * @param clipSeconds length of a clip, in [1, 3600]
 * @param hopSeconds from the start of a clip to that of the next, in [clipSeconds / 10,
 *     clipSeconds]; less than a clip only with {@code wholeClips}
 * @param edgeSeconds of the start and of the end of a track that are left out, in [0, 600]
 * @param wholeClips whether what is left behind the last whole clip is left out
 */
public record TrackCut(
    double clipSeconds, double hopSeconds, double edgeSeconds, boolean wholeClips) {
  private static final double LONGEST_CLIP_SECONDS = 3600;
  private static final double LONGEST_EDGE_SECONDS = 600;
  private static final int MOST_CLIPS_AT_ONCE = 10;

  public TrackCut {
    if (!(clipSeconds >= 1 && clipSeconds <= LONGEST_CLIP_SECONDS)) {
      throw new IllegalArgumentException("clipSeconds=" + clipSeconds + " must be in [1, 3600]");
    }
    if (!(hopSeconds >= clipSeconds / MOST_CLIPS_AT_ONCE && hopSeconds <= clipSeconds)) {
      throw new IllegalArgumentException(
          "clipHopSeconds=%s must be in [%s, %s], from a tenth of a clip to a clip"
              .formatted(hopSeconds, clipSeconds / MOST_CLIPS_AT_ONCE, clipSeconds));
    }
    if (hopSeconds < clipSeconds && !wholeClips) {
      throw new IllegalArgumentException(
          "clipHopSeconds=%s of clips of %s s needs wholeClips: true"
              .formatted(hopSeconds, clipSeconds));
    }
    if (!(edgeSeconds >= 0 && edgeSeconds <= LONGEST_EDGE_SECONDS)) {
      throw new IllegalArgumentException("edgeSeconds=" + edgeSeconds + " must be in [0, 600]");
    }
  }
}
