package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.ScoreOptions.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole tracks through small models that always give the same scores. */
final class ClassifierTest {
  private static final Path SOURCE = Path.of("tone.wav");

  private ConstantModels models;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    models = new ConstantModels(temporary);
  }

  @Test
  void lessThanASecondIsTooShort() throws IOException {
    DecodeException e = refused(new SyntheticStream(0.9, 0.5f));
    assertEquals(ErrorCode.TOO_SHORT, e.code());
  }

  @Test
  void digitalSilenceIsEmpty() throws IOException {
    DecodeException e = refused(new SyntheticStream(40, 0));
    assertEquals(ErrorCode.EMPTY, e.code());
  }

  @Test
  void modelWithOtherOutputsThanLabelsIsRefused() throws IOException {
    Bundle bundle = models.single("three", 10, 5, 0.2f, 0.3f, 0.5f);
    BundleException e = assertThrows(BundleException.class, () -> Classifiers.load(bundle));
    assertTrue(e.toString().contains("gives 3 scores"), e.toString());
    assertTrue(e.toString().contains("has 2 labels"), e.toString());
  }

  @Test
  void modelThatGivesNoNumberIsRefusedWhenLoaded() throws IOException {
    Bundle bundle = models.single("nan", 10, 5, Float.NaN, 0.5f);
    BundleException e = assertThrows(BundleException.class, () -> Classifiers.load(bundle));
    assertTrue(e.toString().contains("NaN"), e.toString());
  }

  @Test
  void modelThatGivesLogitsForProbabilitiesIsRefused() throws IOException {
    Bundle labels = models.single("logits", 10, 5, 2.5f, -1.5f);
    Bundle tags = models.tags("tag-logits", List.of(), -1.5f, 0.5f);
    BundleException e = assertThrows(BundleException.class, () -> Classifiers.load(labels));
    assertTrue(e.toString().contains("a score of 2.5"), e.toString());
    assertTrue(e.toString().contains("gives probabilities, which are in [0, 1]"), e.toString());
    e = assertThrows(BundleException.class, () -> Classifiers.load(tags));
    assertTrue(e.toString().contains("a score of -1.5"), e.toString());
  }

  @Test
  void tagsAreEachGivenFromTheirThresholdOn() throws Exception {
    Bundle bundle = models.tags("tags", List.of(0.9, 0.3), 0.8f, 0.3f);
    TrackPrediction prediction;
    try (Classifier classifier = Classifiers.load(bundle)) {
      prediction = classifier.predict(new SyntheticStream(9, 0.5f), SOURCE);
    }
    // float in, double out
    assertEquals(0.8, prediction.score("high"), 1e-6);
    assertEquals(List.of("low"), prediction.given());
    // A second is left out at both ends, and what fills no clip of two seconds.
    assertEquals(
        List.of(1.0, 3.0, 5.0),
        prediction.segments().stream().map(SegmentPrediction::startSeconds).toList());
    // Five frames a clip, of which a segment has four.
    assertEquals(6.6, prediction.segments().get(2).endSeconds(), 0.001);
  }

  @Test
  void labelsAreGivenOnlyIfBest() throws Exception {
    try (Classifier classifier = Classifiers.load(models.single("one", 10, 5, 0.4f, 0.6f))) {
      TrackPrediction prediction = classifier.predict(new SyntheticStream(9, 0.5f), SOURCE);
      assertEquals(List.of("low"), prediction.given());
    }
  }

  @Test
  void ensembleOfTagsTakesTheMeanOfEach() throws Exception {
    List<Bundle> members =
        List.of(models.tags("a", List.of(), 0.8f, 0.7f), models.tags("b", List.of(), 0.4f, 0.9f));
    Bundle together = models.ensemble(Combination.MEAN, members, new ScoreOptions(Output.TAGS, 1));
    try (Classifier classifier = Classifiers.load(together)) {
      TrackPrediction prediction = classifier.predict(new SyntheticStream(9, 0.5f), SOURCE);
      assertEquals(0.6, prediction.score("high"), 1e-6);
      assertEquals(0.8, prediction.score("low"), 1e-6);
      assertEquals(List.of("low", "high"), prediction.given());
    }
    BundleException e =
        assertThrows(BundleException.class, () -> models.ensemble(Combination.MEAN, members));
    assertTrue(e.toString().contains("scores.output=tags must be tags where"), e.toString());
  }

  @Test
  void meanWeighsScoresAndVoteCountsFirstPlaces() throws Exception {
    List<Bundle> members =
        List.of(
            models.single("a", 10, 5, 0.9f, 0.1f),
            models.single("b", 10, 5, 0.4f, 0.6f),
            models.single("c", 10, 5, 0.4f, 0.6f));
    try (Classifier mean = Classifiers.load(models.ensemble(Combination.MEAN, members));
        Classifier vote = Classifiers.load(models.ensemble(Combination.VOTE, members))) {
      TrackPrediction byMean = mean.predict(new SyntheticStream(10, 0.5f), SOURCE);
      TrackPrediction byVote = vote.predict(new SyntheticStream(10, 0.5f), SOURCE);
      assertEquals(1.7 / 3, byMean.score("high"), 1e-6);
      assertEquals(1.0 / 3, byVote.score("high"), 1e-6);
      assertEquals("low", byVote.best().label());
    }
  }

  @Test
  void segmentsAreThoseOfTheMemberWithTheShortestOnes() throws Exception {
    List<Bundle> members =
        List.of(
            models.single("coarse", 20, 8, 0.8f, 0.2f), models.single("fine", 10, 2, 0.2f, 0.8f));
    try (Classifier classifier = Classifiers.load(models.ensemble(Combination.MEAN, members))) {
      TrackPrediction prediction = classifier.predict(new SyntheticStream(60, 0.5f), SOURCE);
      assertEquals(0.5, prediction.score("high"), 1e-6);
      SegmentPrediction first = prediction.segments().get(0);
      double frame = 10.0 / 21;
      assertEquals(2 * frame, first.endSeconds() - first.startSeconds(), 0.01);
      prediction
          .segments()
          .forEach(segment -> assertEquals(0.5, segment.labels().get(0).score(), 1e-6));
    }
  }

  @Test
  void anHourNeedsTheMemoryOfAClip() throws Exception {
    try (Classifier classifier = Classifiers.load(models.single("long", 30, 10, 0.7f, 0.3f))) {
      SyntheticStream stream = new SyntheticStream(3600, 0.5f);
      TrackPrediction prediction = classifier.predict(stream, SOURCE);
      assertEquals(3600, prediction.durationSeconds());
      assertTrue(stream.mostMegabytes() < 64, "heap grew by MB: " + stream.mostMegabytes());
      double end = prediction.segments().get(prediction.segments().size() - 1).endSeconds();
      assertTrue(end > 3590 && end <= 3600, "end=" + end);
    }
  }

  private DecodeException refused(SampleStream stream) throws IOException {
    try (Classifier classifier = Classifiers.load(models.single("two", 10, 5, 0.6f, 0.4f))) {
      return assertThrows(DecodeException.class, () -> classifier.predict(stream, SOURCE));
    }
  }
}
