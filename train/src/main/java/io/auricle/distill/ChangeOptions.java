package io.auricle.distill;

/**
 * What happens to the sound of a lesson. Teachers and network hear the same, but for {@code
 * bandLimit}, {@code lowRate}, {@code coder} and {@code noise}, of which teachers are spared: so
 * the network learns to hear through them. Shares are in [0, 1].
 *
 * @param mix share of the lessons that are two sounds at once
 * @param mixLowestDb the second is between this and as loud as the first, below 0 or 0
 * @param speed largest change of tempo and pitch together, in [0, 0.5): 0.1 plays up to 10 % faster
 *     or slower
 * @param equaliser share that goes through an equaliser
 * @param equaliserDb its largest boost or cut
 * @param bandLimit share that loses the highest or the lowest frequencies
 * @param lowRate share that was at a lower sampling rate, 8 to 22.05 kHz: nothing is left above
 *     half of it
 * @param coder share that went through a coder at a low bit rate, roughly: quiet partials vanish,
 *     and three in five of them were at a lower rate as well
 * @param noise share with white or pink noise, 5 to 40 dB below the sound
 * @param levelDb root mean square that every lesson is brought to before its level is changed, in
 *     dB below full scale, in [-60, 0); 0 leaves the level as it is. For networks that cannot hear
 *     how loud a sound is
 * @param gainDb largest change of level
 * @param made share that is no music: noises, tones, hum, clicks, silence
 */
public record ChangeOptions(
    double mix,
    double mixLowestDb,
    double speed,
    double equaliser,
    double equaliserDb,
    double bandLimit,
    double lowRate,
    double coder,
    double noise,
    double levelDb,
    double gainDb,
    double made) {
  public ChangeOptions {
    share("mix", mix);
    share("equaliser", equaliser);
    share("bandLimit", bandLimit);
    share("lowRate", lowRate);
    share("coder", coder);
    share("noise", noise);
    share("made", made);
    if (!(mixLowestDb <= 0 && Double.isFinite(mixLowestDb))) {
      throw new IllegalArgumentException("mixLowestDb=" + mixLowestDb + " must be 0 or below");
    }
    if (!(speed >= 0 && speed < 0.5)) {
      throw new IllegalArgumentException("speed=" + speed + " must be in [0, 0.5)");
    }
    if (!(levelDb >= -60 && levelDb <= 0)) {
      throw new IllegalArgumentException("levelDb=" + levelDb + " must be in [-60, 0]");
    }
    decibels("equaliserDb", equaliserDb);
    decibels("gainDb", gainDb);
  }

  /** The sound as it is. */
  public static ChangeOptions none() {
    return new ChangeOptions(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + "=" + value + " must be in [0, 1]");
    }
  }

  private static void decibels(String name, double value) {
    if (!(value >= 0 && value <= 60)) {
      throw new IllegalArgumentException(name + "=" + value + " must be in [0, 60]");
    }
  }
}
