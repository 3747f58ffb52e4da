package io.auricle.library.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Excerpt;
import io.auricle.audio.Excerpts;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tempo, key and marks of sounds whose tempo and key are known. */
final class SongSoundTest {
  private static final int RATE = 32_000;

  private static SoundFacts heard(float[] samples, int rate) {
    SongSound sound = SongSound.ofWhole(OptionalDouble.empty());
    sound.begin(rate);
    for (int at = 0; at < samples.length; at += 5_000) {
      int end = Math.min(samples.length, at + 5_000);
      sound.take(Arrays.copyOfRange(samples, at, end), end - at);
    }
    return sound.facts();
  }

  private static float[] clicks(double bpm, int rate) {
    float[] samples = new float[24 * rate];
    for (double beat = 0.2; beat < 23.5; beat += 60 / bpm) {
      int at = (int) (beat * rate);
      for (int i = 0; i < rate / 20; i++) {
        double decay = Math.exp(-i / (rate / 150.0));
        samples[at + i] += (float) (0.5 * decay * Math.sin(2 * Math.PI * 1500 * i / rate));
      }
    }
    return samples;
  }

  @ParameterizedTest
  @CsvSource({"72, 32000", "90, 22050", "117.3, 32000", "140, 44100", "131, 16000"})
  void tempoIsThatOfClicks(double bpm, int rate) {
    SongTempo tempo = heard(clicks(bpm, rate), rate).tempo().orElseThrow();
    assertEquals(bpm, tempo.bpm(), 0.01 * bpm);
    assertTrue(tempo.certainty() > 0.5 && tempo.certainty() <= 1, tempo.toString());
  }

  /** Triads of a second each with three harmonics, semitones above A3. */
  private static float[] chords(int[][] chords, double tuning) {
    float[] samples = new float[24 * RATE];
    for (int i = 0; i < samples.length; i++) {
      int[] chord = chords[i / RATE % chords.length];
      for (int note : chord) {
        double hz = 220 * Math.pow(2, (note + tuning) / 12);
        for (int h = 1; h <= 3; h++) {
          samples[i] += (float) (0.1 / h * Math.sin(2 * Math.PI * h * hz * i / RATE));
        }
      }
    }
    return samples;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.35, -0.3})
  void keyIsThatOfChordsWhateverTheirTuning(double tuning) {
    // C F G C, of A3 = 0.
    int[][] major = {{-9, -5, -2}, {-4, 0, 3}, {-2, 2, 5}, {-9, -5, -2}};
    SongKey key = heard(chords(major, tuning), RATE).key().orElseThrow();
    assertEquals("C", key.key().name());
    // Am Dm E Am.
    int[][] minor = {{0, 3, 7}, {5, 8, 12}, {-5, -1, 2}, {0, 3, 7}};
    assertEquals("Am", heard(chords(minor, tuning), RATE).key().orElseThrow().key().name());
  }

  @Test
  void silenceHasNeither() {
    SoundFacts facts = heard(new float[20 * RATE], RATE);
    assertTrue(facts.tempo().isEmpty() && facts.key().isEmpty());
  }

  /** Noise whose bands change all the time. */
  private static float[] music(long seed) {
    Random random = new Random(seed);
    float[] samples = new float[60 * RATE];
    for (int at = 0; at < samples.length; at += RATE / 4) {
      for (int note = 0; note < 4; note++) {
        double hz = 200 * Math.pow(2, 4 * random.nextDouble());
        double loud = 0.05 + 0.1 * random.nextDouble();
        for (int i = at; i < Math.min(samples.length, at + RATE / 2); i++) {
          double fade = Math.sin(Math.PI * (i - at) / (RATE / 2.0));
          samples[i] += (float) (fade * loud * Math.sin(2 * Math.PI * hz * i / RATE));
        }
      }
    }
    return samples;
  }

  @Test
  void marksSurviveNoiseFiltersLoudnessAndCuts() {
    float[] samples = music(1);
    int cut = (int) (4.37 * RATE);
    float[] other = new float[samples.length - cut];
    Random random = new Random(9);
    float low = 0;
    for (int i = 0; i < other.length; i++) {
      low += 0.4f * (0.3f * samples[i + cut] - low);
      other[i] = low + 0.004f * (float) random.nextGaussian();
    }
    SoundMarks whole = heard(samples, RATE).marks();
    SoundMarks.Match match = whole.match(heard(other, RATE).marks(), 15);
    assertTrue(match.share() > 0.8, match.toString());
    assertEquals(-4.37, match.seconds(), 0.07);
    assertTrue(heard(music(2), RATE).marks().match(whole, 15).share() < 0.6);
    assertEquals(0, whole.match(heard(Arrays.copyOf(samples, 5 * RATE), RATE).marks(), 15).share());
  }

  @Test
  void excerptsAreMarkedWhereTheyLie() {
    float[] samples = music(3);
    Excerpts excerpts = new Excerpts(2, 10);
    SongSound parts = SongSound.ofExcerpts(excerpts, 60);
    parts.begin(RATE);
    for (Excerpt excerpt : excerpts.of(60)) {
      int from = (int) (excerpt.start() * RATE);
      parts.take(Arrays.copyOfRange(samples, from, from + 10 * RATE), 10 * RATE);
    }
    SoundMarks marks = parts.facts().marks();
    SoundMarks.Match match = heard(samples, RATE).marks().match(marks, 3);
    assertTrue(match.share() > 0.9, match.toString());
    assertEquals(0, match.seconds(), 0.07);
  }

  @Test
  void marksComeBackFromTheirBytes() {
    SoundMarks marks = heard(music(4), RATE).marks();
    byte[] bytes = marks.bytes();
    SoundMarks again = SoundMarks.of(bytes);
    assertEquals(new SoundMarks.Match(1, 0), marks.match(again, 0));
    assertEquals(marks.size(), again.size());
    for (int length : List.of(3, 9, bytes.length - 1)) {
      assertEquals(0, SoundMarks.of(Arrays.copyOf(bytes, length)).size());
    }
  }
}
