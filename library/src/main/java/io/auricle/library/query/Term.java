package io.auricle.library.query;

import java.util.List;

/**
 * One condition of a query: {@code genre:jazz}, {@code -artist:"x"}, {@code year>1969}, or a text
 * without a field.
 *
 * @param place of it in the query
 * @param negated whether it must not hold
 * @param field in lower case; empty where there is none
 * @param operator between field and values
 * @param valuePlace of its first value
 * @param values of which one must hold
 */
record Term(
    int place,
    boolean negated,
    String field,
    Operator operator,
    int valuePlace,
    List<String> values) {
  /** How a field is compared. */
  enum Operator {
    HAS(":"),
    EQUAL("="),
    AT_MOST("<="),
    AT_LEAST(">="),
    LESS("<"),
    GREATER(">");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  Term {
    values = List.copyOf(values);
  }

  String value() {
    return values.get(0);
  }
}
