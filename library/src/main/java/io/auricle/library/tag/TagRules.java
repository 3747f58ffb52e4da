package io.auricle.library.tag;

import io.auricle.library.format.TagFormat;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.Verdict;
import io.auricle.library.sound.SongKey;
import io.auricle.library.sound.SongTempo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a file get what was heard.
 *
 * @param fields which of them are written
 * @param models whose labels go to the fields {@link TagFormat#GENRE} and {@link TagFormat#MOOD}
 * @param policy of genre, mood, tempo and key; scores are always the newest
 * @param leastScore of a label, in [0, 1]
 * @param unsure whether the best label counts where the model is not sure, and a tempo or key of
 *     low certainty
 */
public record TagRules(
    Set<Field> fields,
    Map<String, String> models,
    TagPolicy policy,
    double leastScore,
    boolean unsure,
    LabelNames words) {
  /** What can be written. */
  public enum Field {
    GENRE,
    MOOD,
    TEMPO,
    KEY,
    SCORES
  }

  /** A tempo or key with less is written only where unsure ones are. */
  private static final double LEAST_CERTAINTY = 0.5;

  /** Labels with scores below are left out of the scores. */
  private static final double LEAST_LISTED = 0.005;

  private static final int MOST_LISTED = 10;

  public TagRules {
    fields = Set.copyOf(fields);
    models = Map.copyOf(models);
  }

  /**
   * What was heard in a song, by fields.
   *
   * @param scores of all labels by models, the best first
   * @param given labels of models of tags that are
   */
  Map<String, List<String>> heard(
      Song song,
      List<KnownModel> known,
      Map<String, Map<String, Double>> scores,
      Map<String, List<String>> given) {
    Map<String, List<String>> heard = new LinkedHashMap<>();
    for (Field field : List.of(Field.GENRE, Field.MOOD)) {
      @Nullable String model = models.get(field.name());
      if (fields.contains(field) && model != null) {
        heard.put(field.name(), words(model, song, scores, given));
      }
    }
    @Nullable SongTempo tempo = song.tempo();
    if (fields.contains(Field.TEMPO) && tempo != null && isSure(tempo.certainty())) {
      heard.put(TagFormat.TEMPO, List.of(String.valueOf(Math.round(tempo.bpm()))));
    }
    @Nullable SongKey key = song.key();
    if (fields.contains(Field.KEY) && key != null && isSure(key.certainty())) {
      heard.put(TagFormat.KEY, List.of(key.key().name()));
    }
    if (fields.contains(Field.SCORES)) {
      if (tempo != null) {
        heard.put(
            TagFormat.OWN + "TEMPO",
            List.of(measured(String.format(Locale.ROOT, "%.2f", tempo.bpm()), tempo.certainty())));
      }
      if (key != null) {
        heard.put(TagFormat.OWN + "KEY", List.of(measured(key.key().name(), key.certainty())));
      }
      for (KnownModel model : known) {
        Map<String, Double> own = scores.getOrDefault(model.name(), Map.of());
        if (!own.isEmpty()) {
          heard.put(
              TagFormat.OWN + model.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"),
              List.of(text(own)));
        }
      }
    }
    return heard;
  }

  private boolean isSure(double certainty) {
    return unsure || certainty >= LEAST_CERTAINTY;
  }

  private static String measured(String value, double certainty) {
    return String.format(Locale.ROOT, "%s=%.3f", value, certainty);
  }

  private List<String> words(
      String model,
      Song song,
      Map<String, Map<String, Double>> scores,
      Map<String, List<String>> given) {
    Map<String, Double> own = scores.getOrDefault(model, Map.of());
    List<String> labels = new ArrayList<>(given.getOrDefault(model, List.of()));
    @Nullable Verdict verdict = song.verdicts().get(model);
    if (labels.isEmpty() && verdict != null && (verdict.sure() || unsure)) {
      labels.add(verdict.label());
    }
    boolean said = verdict != null && verdict.corrected();
    return labels.stream()
        .filter(label -> said || own.getOrDefault(label, 0.0) >= leastScore)
        .flatMap(label -> words.of(model, label).stream())
        .distinct()
        .toList();
  }

  private static String text(Map<String, Double> scores) {
    return scores.entrySet().stream()
        .filter(score -> score.getValue() >= LEAST_LISTED)
        .limit(MOST_LISTED)
        .map(score -> String.format(Locale.ROOT, "%s=%.3f", score.getKey(), score.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** A song has one tempo and one key: what is there stays where others are put behind it. */
  private TagPolicy policy(String field) {
    boolean single = field.equals(TagFormat.TEMPO) || field.equals(TagFormat.KEY);
    return single && policy == TagPolicy.APPEND ? TagPolicy.EMPTY : policy;
  }

  /** What changes in a file that has these fields. */
  List<TagChange> changes(Map<String, List<String>> old, Map<String, List<String>> heard) {
    List<TagChange> changes = new ArrayList<>();
    heard.forEach(
        (field, values) -> {
          List<String> there = old.getOrDefault(field, List.of());
          List<String> next =
              field.startsWith(TagFormat.OWN) ? values : policy(field).values(there, values);
          if (!next.equals(there)) {
            changes.add(new TagChange(field, there, next));
          }
        });
    return changes;
  }
}
