package io.auricle.library.query;

import io.auricle.library.query.Term.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the terms of a query. Between terms are spaces; a minus before one negates it; a term is
 * {@code field OPERATOR value} or a value alone. A value ends at a space, values of one term stand
 * between commas, and quotes hold a value together that has spaces, commas or colons; within them a
 * backslash stands before a quote or another backslash.
 */
final class QueryReader {
  private final String query;
  private int place;

  private QueryReader(String query) {
    this.query = query;
  }

  static List<Term> read(String query) throws QueryException {
    QueryReader reader = new QueryReader(query);
    List<Term> terms = new ArrayList<>();
    while (reader.findTerm()) {
      terms.add(reader.term());
    }
    return terms;
  }

  private boolean findTerm() {
    while (place < query.length() && Character.isWhitespace(query.charAt(place))) {
      place++;
    }
    return place < query.length();
  }

  private Term term() throws QueryException {
    int start = place;
    boolean negated = query.charAt(place) == '-';
    if (negated) {
      place++;
      if (place < query.length() && query.charAt(place) == '-') {
        throw new QueryException(
            query, start, "no option has this name; in quotes it is a text to look for");
      }
    }
    int nameEnd = place;
    while (nameEnd < query.length() && isName(query.charAt(nameEnd))) {
      nameEnd++;
    }
    Optional<Operator> operator = nameEnd > place ? operator(nameEnd) : Optional.empty();
    String field = "";
    if (operator.isPresent()) {
      field = query.substring(place, nameEnd).toLowerCase(Locale.ROOT);
      place = nameEnd + operator.get().sign().length();
    }
    int valuePlace = place;
    List<String> values = values();
    if (values.stream().anyMatch(String::isEmpty)) {
      String missing = field.isEmpty() ? "a text" : "a value of " + field;
      throw new QueryException(query, valuePlace, missing + " is missing here");
    }
    return new Term(start, negated, field, operator.orElse(Operator.HAS), valuePlace, values);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
  }

  /** The longest operator at a place. */
  private Optional<Operator> operator(int at) {
    for (Operator operator : Operator.values()) {
      if (query.startsWith(operator.sign(), at)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  private List<String> values() throws QueryException {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    while (place < query.length() && !Character.isWhitespace(query.charAt(place))) {
      char c = query.charAt(place);
      if (c == '"') {
        quoted(value);
      } else if (c == ',') {
        values.add(value.toString());
        value.setLength(0);
        place++;
      } else {
        value.append(c);
        place++;
      }
    }
    values.add(value.toString());
    return values;
  }

  private void quoted(StringBuilder value) throws QueryException {
    int start = place++;
    while (place < query.length()) {
      char c = query.charAt(place++);
      if (c == '"') {
        return;
      }
      boolean escaped =
          c == '\\' && place < query.length() && "\"\\".indexOf(query.charAt(place)) >= 0;
      value.append(escaped ? query.charAt(place++) : c);
    }
    throw new QueryException(query, start, "the quote that begins here has no end");
  }
}
