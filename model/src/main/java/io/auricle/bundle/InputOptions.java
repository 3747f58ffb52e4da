package io.auricle.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.feature.FeatureOptions;
import java.util.Locale;

/**
 * The way from a track to the model's input. A track is cut into clips, the features of a clip are
 * extracted at once, and the clip's frames are cut into segments, each an input of the model.
 *
 * @param features the feature set, with all its options
 * @param clipSeconds length of a clip, in [1, 3600]
 * @param segmentFrames frames of a segment, at least 1; 1 for sets of statistics
 * @param segmentHopFrames frames from the start of a segment to that of the next, at least 1
 * @param layout how a segment lies in the tensor
 * @param clipHopSeconds from the start of a clip to that of the next, where clips overlap: in
 *     [clipSeconds / 10, clipSeconds], only with {@code wholeClips}; 0 if left out: as long as a
 *     clip
 * @param edgeSeconds of the start and of the end of a track that are left out, in [0, 600]; less of
 *     a track so short that not one clip would remain, of which the middle is taken; 0 if left out
 * @param wholeClips whether what is left behind the last whole clip is left out, too, unless it is
 *     all there is; false if left out: it is then joined to the last clip, or one of its own
 * @param clipFit what is done with clips that are not as long as a segment; if left out they are
 *     repeated
 */
public record InputOptions(
    FeatureOptions features,
    double clipSeconds,
    int segmentFrames,
    int segmentHopFrames,
    InputLayout layout,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) Double clipHopSeconds,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) Double edgeSeconds,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) Boolean wholeClips,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = ClipFit.Usual.class)
        ClipFit clipFit) {
  public InputOptions {
    Checks.present(features, "features");
    Checks.present(layout, "layout");
    if (segmentFrames < 1) {
      throw new IllegalArgumentException("segmentFrames=" + segmentFrames + " must be at least 1");
    }
    if (segmentHopFrames < 1) {
      throw new IllegalArgumentException(
          "segmentHopFrames=" + segmentHopFrames + " must be at least 1");
    }
    clipHopSeconds = clipHopSeconds == null ? 0.0 : clipHopSeconds;
    edgeSeconds = edgeSeconds == null ? 0.0 : edgeSeconds;
    wholeClips = wholeClips != null && wholeClips;
    clipFit = clipFit == null ? ClipFit.REPEATED : clipFit;
    cut(clipSeconds, clipHopSeconds, edgeSeconds, wholeClips);
  }

  private static TrackCut cut(double clip, double hop, double edge, boolean whole) {
    return new TrackCut(clip, hop == 0 ? clip : hop, edge, whole);
  }

  /** How tracks are cut into clips. */
  public TrackCut cut() {
    return cut(clipSeconds, clipHopSeconds, edgeSeconds, wholeClips);
  }

  /** The input of a model that hears all of a track. */
  public InputOptions(
      FeatureOptions features,
      double clipSeconds,
      int segmentFrames,
      int segmentHopFrames,
      InputLayout layout) {
    this(
        features,
        clipSeconds,
        segmentFrames,
        segmentHopFrames,
        layout,
        0.0,
        0.0,
        false,
        ClipFit.REPEATED);
  }

  /** The same input of which clips are made to fit in another way. */
  public InputOptions with(ClipFit other) {
    return new InputOptions(
        features,
        clipSeconds,
        segmentFrames,
        segmentHopFrames,
        layout,
        clipHopSeconds,
        edgeSeconds,
        wholeClips,
        other);
  }

  /** The same clips with other features and segments. */
  public InputOptions with(FeatureOptions other, int frames, int hopFrames) {
    return new InputOptions(
        other,
        clipSeconds,
        frames,
        hopFrames,
        layout,
        clipHopSeconds,
        edgeSeconds,
        wholeClips,
        clipFit);
  }

  /**
   * Refuses what training does not do.
   *
   * @throws IllegalArgumentException unless short clips are repeated
   */
  public void requireRepeated() {
    if (clipFit.way() != ClipFit.Way.REPEATED) {
      throw new IllegalArgumentException(
          "clipFit=%s must be left out: what is trained here hears short clips repeated"
              .formatted(clipFit.way().name().toLowerCase(Locale.ROOT)));
    }
  }

  /** The input of a model that takes one vector of statistics a clip. */
  public static InputOptions vector(FeatureOptions features, double clipSeconds) {
    return new InputOptions(features, clipSeconds, 1, 1, InputLayout.VECTOR);
  }
}
