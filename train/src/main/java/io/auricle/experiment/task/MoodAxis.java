package io.auricle.experiment.task;

import io.auricle.label.Label;
import io.auricle.label.Quadrant;
import java.util.List;
import java.util.function.ToIntFunction;

/** One axis of the plane of moods: which of its two sides a track is on. */
enum MoodAxis {
  VALENCE("valence sign", Quadrant::valence),
  AROUSAL("arousal sign", Quadrant::arousal);

  /** Its two sides, as labels. */
  static final List<String> SIDES = List.of("positive", "negative");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a method without state
  private final ToIntFunction<Quadrant> sign;

  MoodAxis(String title, ToIntFunction<Quadrant> sign) {
    this.title = title;
    this.sign = sign;
  }

  /** For reports. */
  String title() {
    return title;
  }

  /** Whether labels are those of the quadrants, in their order. */
  static boolean isOf(List<String> labels) {
    return labels.equals(Quadrant.labels().stream().map(Label::name).toList());
  }

  /** A track scored by quadrants as one scored by the sides of this axis. */
  Scored of(Scored track) {
    double positive = 0;
    double negative = 0;
    List<Quadrant> quadrants = List.of(Quadrant.values());
    for (int i = 0; i < quadrants.size(); i++) {
      double score = track.scores().get(i);
      positive += isPositive(quadrants.get(i)) ? score : 0;
      negative += isPositive(quadrants.get(i)) ? 0 : score;
    }
    int side = isPositive(quadrants.get(track.label())) ? 0 : 1;
    return new Scored(
        track.dataset(),
        track.id(),
        track.group(),
        track.part(),
        Answer.label(side, SIDES.size()),
        List.of(positive, negative));
  }

  private boolean isPositive(Quadrant quadrant) {
    return sign.applyAsInt(quadrant) > 0;
  }
}
