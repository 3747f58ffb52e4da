package io.auricle.library.query;

/** A query that cannot be understood, and the place of the fault. */
public final class QueryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String query;
  private final int place;

  /**
   * @param place of the fault, in characters from 0
   */
  QueryException(String query, int place, String message) {
    super(message);
    this.query = query;
    this.place = place;
  }

  /** The query, as it was read. */
  public String query() {
    return query;
  }

  /** Of the fault, in characters from 0. */
  public int place() {
    return place;
  }
}
