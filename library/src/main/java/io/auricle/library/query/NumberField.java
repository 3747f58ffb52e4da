package io.auricle.library.query;

import io.auricle.library.query.Term.Operator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions on numbers: {@code year:1969}, {@code year:..1969}, {@code length>3:00}. */
final class NumberField {
  private static final String RANGE = "..";
  private static final Pattern CLOCK = Pattern.compile("(?:(\\d+):)?(\\d+):([0-5]\\d)");
  private static final Pattern UNITS =
      Pattern.compile("(?:(\\d+(?:\\.\\d+)?)h)?(?:(\\d+(?:\\.\\d+)?)m)?(?:(\\d+(?:\\.\\d+)?)s?)?");

  private NumberField() {}

  /**
   * The condition of a term.
   *
   * @param sql what has the number
   * @param values gets the parameters
   * @throws QueryException if the value is no number and no range
   */
  static String condition(String query, Term term, String sql, List<Object> values)
      throws QueryException {
    StringBuilder any = new StringBuilder("(");
    for (String value : term.values()) {
      any.append(any.length() > 1 ? " OR " : "").append(one(query, term, value, sql, values));
    }
    return any.append(')').toString();
  }

  private static String one(String query, Term term, String value, String sql, List<Object> values)
      throws QueryException {
    int dots = value.indexOf(RANGE);
    if (term.operator() != Operator.HAS || dots < 0) {
      values.add(number(query, term, value));
      return sql + (term.operator() == Operator.HAS ? " = ?" : " " + term.operator().sign() + " ?");
    }
    String from = value.substring(0, dots);
    String to = value.substring(dots + RANGE.length());
    if (from.isEmpty() && to.isEmpty()) {
      throw fault(query, term, value);
    }
    StringBuilder both = new StringBuilder("(");
    if (!from.isEmpty()) {
      values.add(number(query, term, from));
      both.append(sql).append(" >= ?");
    }
    if (!to.isEmpty()) {
      values.add(number(query, term, to));
      both.append(from.isEmpty() ? "" : " AND ").append(sql).append(" <= ?");
    }
    return both.append(')').toString();
  }

  private static double number(String query, Term term, String value) throws QueryException {
    Optional<Double> number = term.field().equals("length") ? seconds(value) : plain(value);
    return number.orElseThrow(() -> fault(query, term, value));
  }

  private static Optional<Double> plain(String value) {
    return value.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")
        ? Optional.of(Double.valueOf(value))
        : Optional.empty();
  }

  /**
   * Seconds of {@code 200}, {@code 3:20}, {@code 1:02:03}, {@code 2h}, {@code 1h30m}, {@code 90s}.
   */
  static Optional<Double> seconds(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return Optional.of(60 * (60 * part(clock, 1) + part(clock, 2)) + part(clock, 3));
    }
    Matcher units = UNITS.matcher(text);
    if (text.isEmpty() || !units.matches()) {
      return Optional.empty();
    }
    return Optional.of(60 * (60 * part(units, 1) + part(units, 2)) + part(units, 3));
  }

  private static double part(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Double.parseDouble(matcher.group(group));
  }

  private static QueryException fault(String query, Term term, String value) {
    String example = term.field().equals("length") ? "3:20, 2h or ..5:00" : "7, ..7 or 3..7";
    return new QueryException(
        query,
        term.valuePlace(),
        "%s=%s must be a number or a range, such as %s".formatted(term.field(), value, example));
  }
}
