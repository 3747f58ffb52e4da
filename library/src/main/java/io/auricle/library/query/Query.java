package io.auricle.library.query;

import io.auricle.library.query.Term.Operator;
import io.auricle.library.song.Folded;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.SongSelection;
import io.auricle.library.sound.MusicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query as a condition in SQL, in which every value is a parameter. What it means is told in
 * docs/library.md.
 */
public final class Query {
  private static final List<String> TEXTS = List.of("title", "artist", "album", "path");
  private static final List<String> NUMBERS =
      List.of(
          "year",
          "length",
          "valence",
          "arousal",
          "tempo",
          "tempo-certainty",
          "key-certainty",
          "bytes");
  private static final List<String> OTHERS =
      List.of("key", "score", "sure", "fault", "removed", "sort", "limit", "tag.NAME");
  private static final String TAG = "tag.";

  private final String query;
  private final List<KnownModel> models;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final List<SortKey> order = new ArrayList<>();
  private final List<Object> orderValues = new ArrayList<>();
  private long limit = Long.MAX_VALUE;
  private boolean faults;
  private boolean removed;

  /** The model that was named last: {@code score} and {@code sure} are about its verdict. */
  private @Nullable KnownModel speaker;

  private Query(String query, List<KnownModel> models) {
    this.query = query;
    this.models = models;
    this.speaker = models.isEmpty() ? null : models.get(0);
  }

  /**
   * Reads a query.
   *
   * @param models whose names are fields
   * @throws QueryException if it cannot be understood
   */
  public static SongSelection read(String query, List<KnownModel> models) throws QueryException {
    return new Query(query, models).selection();
  }

  /** Seconds of a length as queries write it, such as {@code 2h} or {@code 3:20}. */
  public static Optional<Double> seconds(String text) {
    return NumberField.seconds(text);
  }

  private SongSelection selection() throws QueryException {
    for (Term term : QueryReader.read(query)) {
      if (term.field().equals("sort")) {
        sort(term);
      } else if (term.field().equals("limit")) {
        limit(term);
      } else {
        String condition = condition(term);
        // What is not known holds neither way, so "not" has to say what it means of it.
        conditions.add(term.negated() ? "NOT COALESCE(" + condition + ", 0)" : condition);
      }
    }
    if (!faults && !removed) {
      conditions.add(SongSelection.THERE);
    } else if (!faults) {
      conditions.add("f.fault_code IS NULL");
    } else if (!removed) {
      conditions.add("f.removed IS NULL");
    }
    order.add(SortKey.of("f.path"));
    return new SongSelection(
        conditions.isEmpty() ? "1" : String.join(" AND ", conditions),
        values,
        SortKey.sql(order),
        orderValues,
        limit,
        SortKey.quick(order, conditions.equals(List.of(SongSelection.THERE))));
  }

  private String condition(Term term) throws QueryException {
    String field = term.field();
    if (field.isEmpty()) {
      return any(
          term,
          value -> {
            String key = Folded.of(value);
            values.addAll(List.of(key, key, key, key));
            return "(instr(f.path_key, ?) OR instr(COALESCE(f.title_key, ''), ?)"
                + " OR instr(COALESCE(f.artist_key, ''), ?)"
                + " OR instr(COALESCE(f.album_key, ''), ?))";
          });
    }
    if (TEXTS.contains(field)) {
      return text(term, "COALESCE(f." + field + "_key, '')");
    }
    if (NUMBERS.contains(field)) {
      return NumberField.condition(query, term, number(field), values);
    }
    if (field.startsWith(TAG) && field.length() > TAG.length()) {
      values.add(field.substring(TAG.length()));
      return "EXISTS (SELECT 1 FROM tag t WHERE t.file = f.id AND t.name = ? AND "
          + text(term, "t.value_key")
          + ")";
    }
    return switch (field) {
      case "score" ->
          VerdictConditions.score(
              speaker(term), sql -> NumberField.condition(query, term, sql, values));
      case "sure" -> VerdictConditions.sure(speaker(term), yes(term));
      case "removed" -> {
        removed = true;
        yield yes(term) ? "f.removed IS NOT NULL" : "f.removed IS NULL";
      }
      case "fault" -> fault(term);
      case "key" -> key(term);
      default -> model(term);
    };
  }

  private static String number(String field) {
    return field.equals("length") ? "f.duration" : "f." + field.replace('-', '_');
  }

  /** What of a text one of the values must be: in it, or all of it. */
  private String text(Term term, String sql) throws QueryException {
    if (term.operator() != Operator.HAS && term.operator() != Operator.EQUAL) {
      throw new QueryException(
          query, term.place(), "%s is a text: use : (has) or = (is)".formatted(term.field()));
    }
    return any(
        term,
        value -> {
          values.add(Folded.of(value));
          return term.operator() == Operator.HAS ? "instr(" + sql + ", ?) > 0" : sql + " = ?";
        });
  }

  /** Makes a condition of each value. */
  @FunctionalInterface
  private interface One {
    String of(String value) throws QueryException;
  }

  private static String any(Term term, One one) throws QueryException {
    List<String> each = new ArrayList<>();
    for (String value : term.values()) {
      each.add(one.of(value));
    }
    return "(" + String.join(" OR ", each) + ")";
  }

  private boolean yes(Term term) throws QueryException {
    String word = term.value().toLowerCase(Locale.ROOT);
    if (!List.of("yes", "no", "true", "false").contains(word) || term.values().size() > 1) {
      throw new QueryException(
          query, term.valuePlace(), "%s=%s must be yes or no".formatted(term.field(), word));
    }
    return word.equals("yes") || word.equals("true");
  }

  private String fault(Term term) throws QueryException {
    faults = true;
    String word = term.value().toLowerCase(Locale.ROOT);
    if (List.of("yes", "no", "true", "false").contains(word)) {
      return yes(term) ? "f.fault_code IS NOT NULL" : "f.fault_code IS NULL";
    }
    return any(
        term,
        value -> {
          values.add(value.toUpperCase(Locale.ROOT));
          return "f.fault_code = ?";
        });
  }

  private String key(Term term) throws QueryException {
    if (term.operator() != Operator.HAS && term.operator() != Operator.EQUAL) {
      throw new QueryException(query, term.place(), "key is a name: use : or =");
    }
    return any(
        term,
        value -> {
          MusicKey key =
              MusicKey.of(value)
                  .orElseThrow(
                      () ->
                          new QueryException(
                              query,
                              term.valuePlace(),
                              "key=%s must be a key, such as am, f#, Bb, \"a minor\", 8a or 1m"
                                  .formatted(value)));
          values.add(key.name());
          return "f.music_key = ?";
        });
  }

  private KnownModel speaker(Term term) throws QueryException {
    if (speaker == null) {
      throw new QueryException(query, term.place(), "no model spoke of any file yet");
    }
    return speaker;
  }

  /** {@code genre:jazz} or {@code genre.jazz>0.3}. */
  private String model(Term term) throws QueryException {
    int dot = term.field().lastIndexOf('.');
    @Nullable KnownModel model = named(term.field());
    if (model != null) {
      speaker = term.negated() ? speaker : model;
      return label(term, model);
    }
    model = dot < 0 ? null : named(term.field().substring(0, dot));
    if (model == null) {
      throw unknown(term.place(), term.field());
    }
    return VerdictConditions.score(
        model,
        label(term, term.place(), model, term.field().substring(dot + 1)),
        values,
        sql -> NumberField.condition(query, term, sql, values));
  }

  private String label(Term term, KnownModel model) throws QueryException {
    if (term.operator() != Operator.HAS && term.operator() != Operator.EQUAL) {
      throw new QueryException(
          query,
          term.place(),
          "%s is a label; its score is %s.LABEL".formatted(term.field(), term.field()));
    }
    return any(
        term,
        value ->
            VerdictConditions.label(model, label(term, term.valuePlace(), model, value), values));
  }

  private String label(Term term, int place, KnownModel model, String word) throws QueryException {
    return model
        .label(word)
        .orElseThrow(
            () ->
                new QueryException(
                    query,
                    place,
                    "%s=%s must be one of %s".formatted(term.field(), word, model.labels())));
  }

  private @Nullable KnownModel named(String name) {
    return models.stream()
        .filter(model -> model.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(null);
  }

  private QueryException unknown(int place, String name) {
    List<String> known = new ArrayList<>(models.stream().map(KnownModel::name).toList());
    known.addAll(TEXTS);
    known.addAll(NUMBERS);
    known.addAll(OTHERS);
    return new QueryException(
        query,
        place,
        "field=%s must be one of %s; in quotes it is a text to look for".formatted(name, known));
  }

  private void limit(Term term) throws QueryException {
    if (!term.value().matches("\\d{1,9}") || term.negated()) {
      throw new QueryException(
          query, term.valuePlace(), "limit=%s must be a whole number".formatted(term.value()));
    }
    limit = Long.parseLong(term.value());
  }

  /** {@code sort:year}, {@code sort:-arousal} or {@code -sort:arousal} for the other direction. */
  private void sort(Term term) throws QueryException {
    for (String value : term.values()) {
      boolean minus = value.startsWith("-");
      String name = (minus ? value.substring(1) : value).toLowerCase(Locale.ROOT);
      boolean down = minus != term.negated();
      SortKey key = key(term, name, down);
      order.add(key.withSql(key.sql() + (down ? " DESC" : "") + " NULLS LAST"));
    }
  }

  private SortKey key(Term term, String name, boolean down) throws QueryException {
    if (TEXTS.contains(name)) {
      return SortKey.of(name + "_key", down);
    }
    if (NUMBERS.contains(name)) {
      return SortKey.of(number(name));
    }
    if (name.equals("key")) {
      return SortKey.of("f.music_key");
    }
    if (name.equals("score")) {
      KnownModel model = speaker(term);
      return SortKey.of(
          VerdictConditions.order(model, "score"), VerdictConditions.scores(model, down));
    }
    @Nullable KnownModel model = named(name);
    if (model != null) {
      return SortKey.of(
          VerdictConditions.order(model, "label"), VerdictConditions.labels(model, down));
    }
    int dot = name.lastIndexOf('.');
    model = dot < 0 ? null : named(name.substring(0, dot));
    if (model == null) {
      throw unknown(term.valuePlace(), name);
    }
    String label = label(term, term.valuePlace(), model, name.substring(dot + 1));
    return SortKey.of(
        VerdictConditions.order(model, label, orderValues),
        VerdictConditions.scores(model, label, down));
  }
}
