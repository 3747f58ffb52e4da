package io.auricle.predict;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.Ensemble;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model ready to name what it hears: a single model or an ensemble. Made by {@link Classifiers}.
 * Thread-safe: many files may be classified at the same time.
 *
 * <p>A track is read in clips ({@link ClipCutter}), so one of any length needs bounded memory. The
 * features of a clip are extracted once, also for several members of an ensemble that share them.
 * Digitally silent clips (peak below {@value #SILENCE_PEAK}, the smallest step of 16 bits) say
 * nothing of the music and are left out.
 */
public final class Classifier implements AutoCloseable {
  /** Shorter tracks are refused. */
  public static final double MINIMUM_SECONDS = 1;

  private static final float SILENCE_PEAK = 0x1p-15f;
  private static final int BLOCK = 1 << 14;

  private final ModelCard card;
  private final List<Member> members;
  private final Scoring scoring;
  private final int sampleRateHz;

  private Classifier(ModelCard card, List<Member> members) {
    this.card = card;
    this.members = List.copyOf(members);
    this.scoring = new Scoring(card.scores());
    this.sampleRateHz = members.get(0).input().features().sampleRateHz();
  }

  static Classifier open(Bundle bundle) throws BundleException {
    List<Member> members = new ArrayList<>();
    try {
      Ensemble ensemble = bundle.card().ensemble();
      if (ensemble == null) {
        members.add(Member.open(bundle, 1));
      } else {
        for (int i = 0; i < bundle.members().size(); i++) {
          members.add(Member.open(bundle.members().get(i), ensemble.members().get(i).weight()));
        }
      }
      requireOneRate(bundle, members);
      return new Classifier(bundle.card(), members);
    } catch (BundleException | RuntimeException e) {
      members.forEach(Member::close);
      throw e;
    }
  }

  private static void requireOneRate(Bundle bundle, List<Member> members) throws BundleException {
    List<Integer> rates =
        members.stream().map(m -> m.input().features().sampleRateHz()).distinct().toList();
    if (rates.size() > 1) {
      throw new BundleException(
          bundle.location(), "sampleRateHz=" + rates + " must be the same for all members");
    }
  }

  public ModelCard card() {
    return card;
  }

  /** The classes, in the order of the card. */
  public List<String> labels() {
    return card.labels();
  }

  /** The rate that streams must have. */
  public int sampleRateHz() {
    return sampleRateHz;
  }

  /**
   * Classifies a track; does not close the stream.
   *
   * @param stream of {@link #sampleRateHz()}
   * @param source named in messages
   * @throws DecodeException if the stream is bad, shorter than {@link #MINIMUM_SECONDS} (TOO_SHORT)
   *     or holds nothing but digital silence (EMPTY)
   */
  public TrackPrediction predict(SampleStream stream, Path source) throws DecodeException {
    if (stream.sampleRateHz() != sampleRateHz) {
      throw new IllegalArgumentException(
          "stream.sampleRateHz=%d must be the model's %d"
              .formatted(stream.sampleRateHz(), sampleRateHz));
    }
    List<MemberTrack> tracks =
        members.stream().map(member -> new MemberTrack(member, labels().size())).toList();
    List<ClipCutter> cutters = cutters(tracks);
    float[] block = new float[BLOCK];
    long samples = 0;
    for (int n = stream.read(block, 0, BLOCK); n >= 0; n = stream.read(block, 0, BLOCK)) {
      for (ClipCutter cutter : cutters) {
        cutter.push(block, n);
      }
      samples += n;
    }
    double seconds = (double) samples / sampleRateHz;
    if (seconds < MINIMUM_SECONDS) {
      throw new DecodeException(
          ErrorCode.TOO_SHORT,
          source,
          "%.2f s of sound; at least %.0f s are needed".formatted(seconds, MINIMUM_SECONDS));
    }
    cutters.forEach(ClipCutter::finish);
    if (tracks.get(0).pieces().isEmpty()) {
      throw new DecodeException(
          ErrorCode.EMPTY, source, "nothing but digital silence, so there is nothing to name");
    }
    return EnsemblePrediction.of(card, scoring, tracks, seconds, stream.warnings());
  }

  /** What members share: features, and the clips they are extracted from. */
  private record Extraction(FeatureExtractor extractor, List<MemberTrack> tracks) {
    void clip(Signal clip, double startSeconds) {
      if (isSilent(clip)) {
        return;
      }
      FeatureMatrix features = extractor.extract(clip);
      for (MemberTrack track : tracks) {
        track.add(features, startSeconds, clip.durationSeconds());
      }
    }
  }

  private List<ClipCutter> cutters(List<MemberTrack> tracks) {
    Map<List<Object>, Extraction> extractions = new LinkedHashMap<>();
    List<ClipCutter> cutters = new ArrayList<>();
    for (MemberTrack track : tracks) {
      InputOptions input = track.member().input();
      List<Object> key = List.of(input.features(), input.clipSeconds());
      @Nullable Extraction shared = extractions.get(key);
      if (shared == null) {
        Extraction added = new Extraction(track.member().extractor(), new ArrayList<>());
        extractions.put(key, added);
        cutters.add(new ClipCutter(sampleRateHz, input.clipSeconds(), added::clip));
        shared = added;
      }
      shared.tracks().add(track);
    }
    return cutters;
  }

  private static boolean isSilent(Signal clip) {
    for (int i = 0; i < clip.length(); i++) {
      if (Math.abs(clip.at(i)) >= SILENCE_PEAK) {
        return false;
      }
    }
    return true;
  }

  /** Frees the models; no prediction may be under way. */
  @Override
  public void close() {
    members.forEach(Member::close);
  }
}
