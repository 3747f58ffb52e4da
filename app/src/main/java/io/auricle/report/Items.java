package io.auricle.report;

/** What an evaluation counts, and what reports call it. */
public enum Items {
  /** Whole tracks. */
  TRACKS("track", "tracks"),
  /** Pieces of tracks, each scored by itself. */
  PIECES("piece", "pieces");

  final String one;
  final String many;

  Items(String one, String many) {
    this.one = one;
    this.many = many;
  }
}
