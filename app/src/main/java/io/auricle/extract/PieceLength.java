package io.auricle.extract;

/**
 * How files are cut in pieces.
 *
 * @param seconds of each piece, above 0
 * @param hopSeconds from the start of one piece to that of the next, in (0, seconds]: half of it
 *     for pieces that overlap by half
 */
public record PieceLength(double seconds, double hopSeconds) {
  public PieceLength {
    if (!(seconds > 0 && Double.isFinite(seconds))) {
      throw new IllegalArgumentException("seconds=%s must be above 0".formatted(seconds));
    }
    if (!(hopSeconds > 0 && hopSeconds <= seconds)) {
      throw new IllegalArgumentException(
          "hopSeconds=%s must be in (0, seconds=%s]".formatted(hopSeconds, seconds));
    }
  }

  /** One after the other. */
  public static PieceLength of(double seconds) {
    return new PieceLength(seconds, seconds);
  }

  /** A text that differs where the pieces do; that of old tables where they do not overlap. */
  String description() {
    return hopSeconds == seconds ? String.valueOf(seconds) : seconds + " every " + hopSeconds;
  }
}
