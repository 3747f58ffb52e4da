package io.auricle.predict;

import io.auricle.audio.DecodeException;
import io.auricle.audio.Excerpt;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.Ensemble;
import io.auricle.bundle.ModelCard;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A model ready to name what it hears: a single model or an ensemble. Made by {@link Classifiers}.
 * Thread-safe: many files may be classified at the same time, and it may be closed meanwhile.
 *
 * <p>A track is read in clips ({@link ClipCutter}), so one of any length needs bounded memory. The
 * features of a clip are extracted once, also for several members of an ensemble that share them or
 * derive theirs from the same. Digitally silent clips (nothing varies by more than {@value
 * #SILENCE_PEAK} up or down, the smallest step of 16 bits) say nothing of the music and are left
 * out.
 */
public final class Classifier implements AutoCloseable {
  /** Shorter tracks are refused. */
  public static final double MINIMUM_SECONDS = 1;

  /** What messages call samples that are at hand. */
  private static final String SAMPLES = "samples";

  private static final String STREAM = "stream";

  static final float SILENCE_PEAK = 0x1p-15f;

  private final ModelCard card;
  private final List<Member> members;
  private final Map<FeatureOptions, FeatureExtractor> extractors = new HashMap<>();
  private final ScoreRule rule;
  private final int sampleRateHz;
  private final AudioDecoder decoder;

  private Classifier(ModelCard card, List<Member> members) {
    this.card = card;
    this.members = List.copyOf(members);
    this.rule = ScoreRule.of(card);
    this.sampleRateHz = members.get(0).input().features().sampleRateHz();
    for (Member member : members) {
      extractors.computeIfAbsent(member.input().features().base(), FeatureOptions::extractor);
    }
    this.decoder = AudioDecoder.of(DecodeOptions.at(sampleRateHz));
  }

  static Classifier open(Bundle bundle, ScoringLimits limits) throws BundleException {
    List<Member> members = new ArrayList<>();
    try {
      if (!(bundle.card().kind() instanceof Ensemble ensemble)) {
        members.add(Member.open(bundle, 1, limits));
      } else {
        for (int i = 0; i < bundle.members().size(); i++) {
          double weight = ensemble.members().get(i).weight();
          members.add(Member.open(bundle.members().get(i), weight, limits));
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

  /** Whether predictions have an embedding. */
  public boolean givesEmbedding() {
    return members.stream().anyMatch(Member::givesEmbedding);
  }

  /** The rate that streams must have. */
  public int sampleRateHz() {
    return sampleRateHz;
  }

  /**
   * Classifies a file of any audio format.
   *
   * @throws DecodeException if the file is bad, too short or silent
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   * @throws IllegalStateException after {@link #close}
   */
  public TrackPrediction predict(Path file) throws DecodeException {
    requireOpen();
    try (SampleStream stream = decoder.open(file)) {
      return predict(stream, file);
    }
  }

  /**
   * Classifies bytes of any audio format, such as an upload or an entry of an archive: what {@link
   * #predict(Path)} says of a file that holds them. Formats that FFmpeg decodes, and sounds of over
   * 16 MB, are kept in a temporary file meanwhile.
   *
   * @param in read to its end, not closed
   * @param name what messages call it
   * @throws DecodeException if the sound is bad, too short or silent
   * @throws IOException of {@code in}
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so. A
   *     stream that blocks has to end by itself
   * @throws IllegalStateException after {@link #close}
   */
  public TrackPrediction predict(InputStream in, String name) throws DecodeException, IOException {
    requireOpen();
    try (SampleStream stream = decoder.open(in, name)) {
      return predict(stream, Path.of(STREAM));
    } catch (DecodeException e) {
      throw new DecodeException(e.code(), name, e.reason());
    }
  }

  /**
   * Classifies samples of any rate: what {@link #predict(Path)} says of a file of such floats. They
   * are not copied: nobody may change them meanwhile.
   *
   * @param samples mono, nominally in [-1, 1]; what is not finite counts as 0, with a warning
   * @param sampleRateHz their rate, in [1000, 768000]
   * @throws DecodeException if they are too few or silent
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   * @throws IllegalArgumentException if the rate is not allowed
   * @throws IllegalStateException after {@link #close}
   */
  public TrackPrediction predict(float[] samples, int sampleRateHz) throws DecodeException {
    requireOpen();
    try (SampleStream stream = decoder.open(samples, sampleRateHz)) {
      return predict(stream, Path.of(SAMPLES));
    }
  }

  /**
   * Classifies files on all cores.
   *
   * @return of each file what the model says or what is wrong with it, in the order of the files
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   * @throws IllegalStateException after {@link #close}
   */
  public List<TrackResult> predict(List<Path> files) {
    List<TrackResult> results = new ArrayList<>(files.size());
    predict(files, Runtime.getRuntime().availableProcessors(), results::add);
    return List.copyOf(results);
  }

  /**
   * Classifies files on several threads. Memory does not grow with their number: at most 16 results
   * a thread wait for their turn.
   *
   * @param threads at least 1; more than cores are of little use
   * @param results gets the result of each file on the calling thread, in the order of the files,
   *     as soon as that order allows; what it throws ends the work
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so,
   *     and nothing is under way any more
   * @throws IllegalArgumentException if there is no thread
   * @throws IllegalStateException after {@link #close}
   */
  public void predict(List<Path> files, int threads, Consumer<TrackResult> results) {
    requireOpen();
    FileBatch.run(files, threads, this::result, results);
  }

  private TrackResult result(Path file) {
    try {
      return TrackResult.of(file, predict(file));
    } catch (DecodeException e) {
      return TrackResult.of(file, e);
    }
  }

  /**
   * Classifies a track; does not close the stream.
   *
   * @param stream of {@link #sampleRateHz()}
   * @param source named in messages
   * @throws DecodeException if the stream is bad, shorter than {@link #MINIMUM_SECONDS}
   *     (TOO_SHORT), holds nothing but digital silence (EMPTY) or the model takes longer than its
   *     limits allow (TIMEOUT)
   * @throws IllegalArgumentException if the stream has another rate
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   * @throws IllegalStateException after {@link #close}
   */
  public TrackPrediction predict(SampleStream stream, Path source) throws DecodeException {
    requireOpen();
    return JointClassifier.predict(List.of(this), stream, source)
        .get(0)
        .orElseThrow(() -> TrackFeatures.silent(source));
  }

  /** Opens a file at the model's rate. */
  SampleStream open(Path file) throws DecodeException {
    return decoder.open(file);
  }

  /** Opens parts of a file at the model's rate. */
  SampleStream open(Path file, List<Excerpt> excerpts) throws DecodeException {
    return decoder.open(file, excerpts);
  }

  /** What its members are to hear of a track. */
  List<MemberTrack> tracks() {
    return members.stream().map(member -> new MemberTrack(member, labels().size())).toList();
  }

  /** What computes the features that those of a member are derived from. */
  FeatureExtractor extractor(FeatureOptions base) {
    return Objects.requireNonNull(extractors.get(base));
  }

  /** What the model says of a track that its members have heard. */
  TrackPrediction answer(List<MemberTrack> tracks, double seconds, List<String> warnings) {
    return EnsemblePrediction.of(card, rule, tracks, seconds, warnings);
  }

  /**
   * The scores of a track whose features are at hand already, in the order of {@link #labels()}.
   *
   * @param clips the features of each clip, at least one
   * @throws IllegalArgumentException if there is none
   * @throws IllegalStateException for an ensemble, whose members hear different features, and after
   *     {@link #close}
   */
  public List<Double> scores(List<FeatureMatrix> clips) {
    if (card.kind() instanceof Ensemble) {
      throw new IllegalStateException(card.about().name() + " is an ensemble: score its members");
    }
    requireOpen();
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("clips=[] must have at least one");
    }
    MemberTrack track = new MemberTrack(members.get(0), labels().size());
    clips.forEach(clip -> track.add(clip, 0, 1));
    return Arrays.stream(track.scores()).boxed().toList();
  }

  private void requireOpen() {
    members.forEach(member -> member.model().requireOpen());
  }

  /**
   * Frees the models. Predictions that are under way in other threads end with an {@link
   * IllegalStateException}. To close it again is harmless.
   */
  @Override
  public void close() {
    members.forEach(Member::close);
  }
}
