package io.auricle.library.song;

/** Reads the whole numbers of a text, each from the one before by a sign between them. */
final class NumberScan {
  private final String text;
  private int place;

  NumberScan(String text) {
    this.text = text;
  }

  boolean hasNext() {
    return place < text.length();
  }

  long next() {
    boolean negative = text.charAt(place) == '-';
    place += negative ? 1 : 0;
    long number = 0;
    while (place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9') {
      number = 10 * number + text.charAt(place++) - '0';
    }
    place++;
    return negative ? -number : number;
  }
}
