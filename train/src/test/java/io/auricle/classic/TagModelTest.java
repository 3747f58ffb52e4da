package io.auricle.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.classic.NeighbourOptions.Weights;
import io.auricle.classic.SvmOptions.Scheme;
import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.TagSet;
import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classical models of tags: three that are there or not by themselves, one of them rare. */
final class TagModelTest {
  private static final List<String> TAGS = List.of("calm", "loud", "rare");
  private static final int COLUMNS = 6;
  private static final SvmOptions SVM = new SvmOptions(1.0, 0.0, false, Scheme.ONE_VS_REST);

  static Stream<ClassicOptions> kinds() {
    return Stream.of(
        SVM,
        new SvmOptions(1.0, 0.0, true, Scheme.ONE_VS_REST),
        new LogisticOptions(1.0, 100, 1e-4, false),
        new ForestOptions(60, 5, 0, 0),
        new BoostingOptions(40, 3, 0.2, 0.8, 1.0, 64, 1.0, 1.0),
        new NeighbourOptions(7, Weights.DISTANCE));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachTagIsRankedByItself(ClassicOptions options) {
    ClassicModel model = options.train(data(300, 1, false), 7);
    TagSet others = data(300, 2, false);
    for (int tag = 0; tag < TAGS.size(); tag++) {
      double area = area(model, others, tag);
      assertTrue(area > 0.85, "%s: area=%s".formatted(TAGS.get(tag), area));
    }
    // Both can be likely at once, which scores that sum to 1 cannot say.
    assertTrue(
        others.examples().stream()
            .map(example -> model.scores(example.values()))
            .anyMatch(scores -> scores[0] > 0.6 && scores[1] > 0.6));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void onnxGivesTheSameScores(ClassicOptions options) {
    ClassicModel model = options.train(data(150, 1, false), 7);
    List<FeatureMatrix> rows =
        data(60, 2, false).examples().stream().map(TagSet.Vector::values).toList();
    assertTrue(model.checkExport(model.toOnnx(), rows) < 1e-5);
  }

  @Test
  void supportVectorsLearnShares() {
    ClassicModel model = SVM.train(data(300, 1, true), 7);
    TagSet others = data(300, 2, true);
    for (int tag = 0; tag < 2; tag++) {
      // Order within those that have the tag: only who learned shares knows it.
      double agreement = agreement(model, others, tag);
      assertTrue(agreement > 0.7, "%s: agreement=%s".formatted(TAGS.get(tag), agreement));
    }
    List<FeatureMatrix> rows = others.examples().stream().map(TagSet.Vector::values).toList();
    assertTrue(model.checkExport(model.toOnnx(), rows) < 1e-5);
  }

  @Test
  void onlySupportVectorsLearnShares() {
    String message =
        refused(() -> new LogisticOptions(1.0, 100, 1e-4, false).train(data(100, 1, true), 7));
    assertTrue(message.startsWith("kind=logistic must be svm where shares are learned"), message);
    SvmOptions balanced = new SvmOptions(1.0, 0.0, true, Scheme.ONE_VS_REST);
    message = refused(() -> balanced.train(data(100, 1, true), 7));
    assertTrue(message.startsWith("balanced=true must be false"), message);
  }

  @Test
  void tagOnAllExamplesIsNamed() {
    TagSet.Vector vector =
        new TagSet.Vector("g", List.of(1.0), List.of(true), FeatureMatrix.of(1, 1, new float[1]));
    assertEquals(
        "tag=calm must have examples with it and without to learn from; 2 of 2 have it",
        refused(() -> new TagSet(List.of("calm"), List.of(vector, vector))));
  }

  private static String refused(org.junit.jupiter.api.function.Executable code) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, code).getMessage());
  }

  /** The chance that an example with the tag outranks one without. */
  private static double area(ClassicModel model, TagSet data, int tag) {
    double won = 0;
    int pairs = 0;
    for (TagSet.Vector with : data.examples()) {
      for (TagSet.Vector without : data.examples()) {
        if (with.given().get(tag) && !without.given().get(tag)) {
          double difference =
              model.scores(with.values())[tag] - model.scores(without.values())[tag];
          won += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return won / pairs;
  }

  /** The share of pairs that have the tag and stand in the order of their shares. */
  private static double agreement(ClassicModel model, TagSet data, int tag) {
    int right = 0;
    int pairs = 0;
    for (TagSet.Vector a : data.examples()) {
      for (TagSet.Vector b : data.examples()) {
        boolean both = a.given().get(tag) && b.given().get(tag);
        if (both && a.shares().get(tag) > b.shares().get(tag) + 0.1) {
          right += model.scores(a.values())[tag] > model.scores(b.values())[tag] ? 1 : 0;
          pairs++;
        }
      }
    }
    return (double) right / pairs;
  }

  /** The share of a tag grows with one column; it is there from a share of 0.5 on. */
  private static TagSet data(int n, long seed, boolean soft) {
    Random random = new Random(seed);
    List<TagSet.Vector> examples = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      float[] row = new float[COLUMNS];
      List<Double> shares = new ArrayList<>();
      List<Boolean> given = new ArrayList<>();
      for (int c = 0; c < COLUMNS; c++) {
        row[c] = (float) (random.nextGaussian() * Math.pow(10, c - 3));
      }
      for (int tag = 0; tag < TAGS.size(); tag++) {
        double shift = tag == 2 ? -1.2 : 0;
        double logit = 2 * (row[tag] / Math.pow(10, tag - 3) + shift) + 0.3 * random.nextGaussian();
        double share = 1 / (1 + Math.exp(-logit));
        given.add(share >= 0.5);
        shares.add(soft ? share : share >= 0.5 ? 1.0 : 0.0);
      }
      examples.add(
          new TagSet.Vector("track" + i, shares, given, FeatureMatrix.of(1, COLUMNS, row)));
    }
    return new TagSet(TAGS, examples);
  }
}
