package io.auricle.distill.sound;

import io.auricle.audio.Signal;
import io.auricle.distill.ChangeOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Cuts pieces out of sounds, mixes and changes them. A sound is drawn in proportion to its weight
 * and the square root of its length. What is shorter than a piece is followed by itself, as a short
 * track is when it is judged, or by others of its group. Thread-safe; a piece depends on nothing
 * but its random numbers.
 */
public final class PieceMaker {
  private static final double CROSS_FADE_SECONDS = 0.02;

  /** What is quieter, -80 dB of full scale, is silence and stays it. */
  private static final double LEAST_LOUDNESS = 1e-4;

  private final List<StoredSound> sounds;
  private final double[] reached;
  private final Map<String, List<StoredSound>> groups = new LinkedHashMap<>();
  private final ChangeOptions changes;
  private final Degradation degradation;
  private final int sampleRateHz;
  private final int length;

  /**
   * @param sounds at the rate, one at least
   * @param length samples of a piece
   */
  public PieceMaker(List<StoredSound> sounds, ChangeOptions changes, int sampleRateHz, int length) {
    this.sounds = sounds.stream().filter(sound -> sound.length() > 0).toList();
    if (this.sounds.isEmpty()) {
      throw new IllegalArgumentException("sounds=0 must be one at least");
    }
    this.changes = changes;
    this.degradation = new Degradation(changes, sampleRateHz);
    this.sampleRateHz = sampleRateHz;
    this.length = length;
    this.reached = new double[this.sounds.size()];
    double sum = 0;
    for (int i = 0; i < reached.length; i++) {
      StoredSound sound = this.sounds.get(i);
      sum += sound.found().weight() * Math.sqrt(sound.length());
      reached[i] = sum;
      groups.computeIfAbsent(sound.found().group(), name -> new ArrayList<>()).add(sound);
    }
  }

  /** The middle of a sound as it is, for judging. */
  public Piece middle(StoredSound sound) {
    float[] samples = new float[length];
    int start = Math.max(0, (sound.length() - length) / 2);
    for (int at = 0; at < length; at += sound.length()) {
      sound.read(start, samples, at, Math.min(length - at, sound.length()));
    }
    amplify(samples, usualGain(samples));
    Signal signal = Signal.of(samples, sampleRateHz);
    return new Piece(signal, signal, sound.found().labels());
  }

  /** A piece of random sound, changed at random. */
  public Piece make(SplittableRandom random) {
    float[] samples = new float[length];
    Map<String, List<String>> labels = Map.of();
    if (random.nextDouble() < changes.made()) {
      MadeSound.fill(samples, sampleRateHz, random);
    } else {
      StoredSound sound = draw(random);
      cut(sound, samples, random);
      if (random.nextDouble() < changes.mix()) {
        mix(samples, random);
      } else {
        labels = sound.found().labels();
      }
      equalise(samples, random);
    }
    double change = Math.pow(10, changes.gainDb() * (2 * random.nextDouble() - 1) / 20);
    amplify(samples, usualGain(samples) * change);
    Signal signal = Signal.of(samples, sampleRateHz);
    return new Piece(signal, degradation.of(signal, random), labels);
  }

  private StoredSound draw(SplittableRandom random) {
    double needle = random.nextDouble() * reached[reached.length - 1];
    int at = Arrays.binarySearch(reached, needle);
    return sounds.get(Math.min(sounds.size() - 1, at < 0 ? -at - 1 : at));
  }

  private void cut(StoredSound first, float[] samples, SplittableRandom random) {
    double speed = 1 + changes.speed() * (2 * random.nextDouble() - 1);
    List<StoredSound> group = Objects.requireNonNull(groups.get(first.found().group()));
    int fade = (int) (CROSS_FADE_SECONDS * sampleRateHz);
    boolean again = random.nextBoolean();
    StoredSound sound = first;
    for (int at = 0; at < length; sound = again ? first : group.get(random.nextInt(group.size()))) {
      int whole = Math.max(1, (int) (sound.length() / speed));
      int count = Math.min(length - at, whole);
      int room = (int) Math.max(0, sound.length() - count * speed);
      float[] part = new float[count];
      sound.read(room == 0 ? 0 : random.nextInt(room + 1), speed, part, 0, count);
      int joined = at == 0 ? 0 : Math.min(fade, Math.min(at, count - 1));
      for (int i = 0; i < count && at - joined + i < length; i++) {
        float rise = i < joined ? (float) i / joined : 1;
        int place = at - joined + i;
        samples[place] = samples[place] * (1 - rise) + part[i] * rise;
      }
      at += Math.max(1, count - joined);
    }
  }

  private void mix(float[] samples, SplittableRandom random) {
    float[] other = new float[length];
    cut(draw(random), other, random);
    double below = changes.mixLowestDb() * random.nextDouble();
    double loudness = MadeSound.rms(other);
    float gain =
        loudness == 0 ? 0 : (float) (MadeSound.rms(samples) / loudness * Math.pow(10, below / 20));
    for (int i = 0; i < length; i++) {
      samples[i] += gain * other[i];
    }
  }

  private void equalise(float[] samples, SplittableRandom random) {
    if (random.nextDouble() < changes.equaliser()) {
      for (int i = 0; i < 2; i++) {
        double hz = MadeSound.between(60, Math.min(9000, 0.4 * sampleRateHz), random);
        double gainDb = changes.equaliserDb() * (2 * random.nextDouble() - 1);
        Biquad.peak(hz, MadeSound.between(0.3, 1.2, random), gainDb, sampleRateHz).apply(samples);
      }
    }
  }

  /** What brings samples to the level of all lessons. */
  private double usualGain(float[] samples) {
    double loudness = MadeSound.rms(samples);
    return changes.levelDb() == 0 || loudness < LEAST_LOUDNESS
        ? 1
        : Math.pow(10, changes.levelDb() / 20) / loudness;
  }

  /** What would be beyond full scale is made quieter as a whole. */
  private static void amplify(float[] samples, double gain) {
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    float factor = (float) Math.min(gain, peak == 0 ? gain : 1 / peak);
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= factor;
    }
  }
}
