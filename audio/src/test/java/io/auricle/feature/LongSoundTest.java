package io.auricle.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.auricle.audio.SampleSource;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import io.auricle.feature.custom.CustomOptions;
import io.auricle.feature.custom.FeaturePart;
import io.auricle.feature.custom.FrameFeatures;
import io.auricle.feature.frame.MelLevels;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.frame.Rms;
import io.auricle.feature.frame.SpectralBandwidth;
import io.auricle.feature.frame.SpectralCentroid;
import io.auricle.feature.frame.SpectralRolloff;
import io.auricle.feature.frame.ZeroCrossingRate;
import io.auricle.feature.frontend.LogMelOptions;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.published.Gtzan57Options;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.rhythm.Tempo;
import io.auricle.feature.separation.Hpss;
import io.auricle.feature.set.FeatureSets;
import io.auricle.feature.statistics.Moments;
import io.auricle.feature.statistics.Statistic;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sound in blocks has the features of the whole, and needs no more memory when it is longer. */
final class LongSoundTest {
  private static final int RATE = 22_050;

  @Test
  void statisticsOfAMinuteEqualThoseOfTheWhole() {
    Signal signal = Signal.of(samples(60 * RATE + 77), RATE);
    FrameOptions frames = new FrameOptions(RATE, 2048, 512, true);
    Spectrum spectrum = Spectrum.of(signal, 2048, 512);
    Hpss.Parts parts = Hpss.DEFAULT.split(signal, 2048, 512);
    FeatureMatrix levels = MelLevels.DEFAULT.of(spectrum);
    FeatureMatrix mfcc = Mfcc.of(20).ofLevels(levels);
    List<float[]> series = new ArrayList<>();
    series.add(new Chroma().of(spectrum).values());
    series.add(new Rms().of(signal, frames).values());
    series.add(new SpectralCentroid().of(spectrum).values());
    series.add(new SpectralBandwidth(2).of(spectrum).values());
    series.add(new SpectralRolloff(0.85).of(spectrum).values());
    series.add(new ZeroCrossingRate().of(signal, frames).values());
    series.add(parts.harmonic().toArray());
    series.add(parts.percussive().toArray());
    FeatureMatrix row = FeatureSets.named("gtzan57").extractor().extract(signal);
    for (int i = 0; i < series.size(); i++) {
      assertMoments(Moments.of(series.get(i)), row, 2 * i);
    }
    FeatureMatrix onsets = OnsetStrength.MEDIAN.of(spectrum);
    assertEquals((float) Tempo.DEFAULT.of(onsets, RATE, 512), row.at(0, 16));
    for (int i = 0; i < 20; i++) {
      assertMoments(Moments.of(mfcc, i), row, 17 + 2 * i);
    }
  }

  /** A mean near 0 is known to a share of the deviation. */
  private static void assertMoments(Moments expected, FeatureMatrix row, int at) {
    double tolerance = 1e-6 * (Math.abs(expected.mean()) + expected.deviation());
    assertEquals(expected.mean(), row.at(0, at), tolerance, "mean at " + at);
    assertEquals(expected.variance(), row.at(0, at + 1), 1e-5 * expected.variance());
  }

  @ParameterizedTest
  @CsvSource({
    "gtzan57, 200000",
    "gtzan57, 65536",
    "gtzan57, 300",
    "chin97, 200000",
    "chin97, 700",
    "mel, 200000",
    "mel, 1",
    "melstats, 1400000",
    "melstats, 9000",
    "mel-image, 300000",
    "stft, 200000",
    "mfcc, 200000",
    "tonal, 200000",
    "waveform, 200000",
    "waveform, 900",
    "log-mel, 200000",
    "efficientat, 200000",
    "efficientat, 1",
    "yamnet, 200000",
    "ast, 200000",
    "ast, 300",
    "samples, 200000",
    "samples, 1"
  })
  void streamsGiveWhatSignalsGive(String set, int length) throws Exception {
    compareStream(FeatureSets.named(set), samples(length));
  }

  /** Its mean is known after a first look, at more than what is kept of that. */
  @ParameterizedTest
  @ValueSource(ints = {200_000, 900_000})
  void levelledBandsStream(int length) throws Exception {
    LogMelOptions own = LogMelOptions.OWN;
    compareStream(
        new LogMelOptions(
            own.sampleRateHz(), own.preEmphasis(), own.frames(), own.mel(), own.logarithm(), 100.0),
        samples(length));
  }

  /** Longer than what is kept between two looks. */
  @ParameterizedTest
  @MethodSource("singleFeatures")
  void singleFeaturesStream(String name, boolean summed) throws Exception {
    List<Statistic> statistics = summed ? List.of(Statistic.values()) : List.of();
    FeaturePart part = new FeaturePart(FrameFeatures.named(name), 2, 9, statistics);
    FrameOptions frames = new FrameOptions(RATE, 512, 256, true);
    compareStream(new CustomOptions("one", frames, List.of(part)), samples(27 * RATE));
  }

  static List<Arguments> singleFeatures() {
    List<Arguments> cases = new ArrayList<>();
    for (String name : FrameFeatures.names()) {
      // Statistics of hundreds of columns take long, and say no more.
      boolean wide = List.of("stft", "mel", "tempogram").contains(name);
      cases.add(Arguments.of(name, !wide));
    }
    return cases;
  }

  private static void compareStream(FeatureOptions options, float[] samples) throws Exception {
    int rate = options.sampleRateHz();
    List<FeatureMatrix> blocks = new ArrayList<>();
    options
        .extractor()
        .extract(() -> new RepeatedSamples(samples, samples.length, rate), blocks::add);
    FeatureMatrix whole = options.extractor().extract(Signal.of(samples, rate));
    int frame = 0;
    for (FeatureMatrix block : blocks) {
      for (int f = 0; f < block.frameCount(); f++, frame++) {
        for (int c = 0; c < block.columnCount(); c++) {
          assertEquals(whole.at(frame, c), block.at(f, c), 1e-5 * Math.abs(whole.at(frame, c)));
        }
      }
    }
    assertEquals(whole.frameCount(), frame);
  }

  /**
   * All that is ever allocated, far more than is held at a time: for a frame of {@code gtzan57}
   * mostly work space of the medians, which a block after it can do without; for one of {@code mel}
   * its row. The spectrum of a frame alone takes 4100 bytes.
   */
  @ParameterizedTest
  @CsvSource({"gtzan57, 3000", "mel, 600"})
  void memoryDoesNotGrowWithLength(String set, int bytesPerFrame) throws Exception {
    FeatureExtractor extractor = FeatureSets.named(set).extractor();
    allocated(extractor, 1);
    long shorter = allocated(extractor, 30);
    long longer = allocated(extractor, 90);
    long frames = 60 * RATE / 512;
    assertTrue(
        longer - shorter < bytesPerFrame * frames + 500_000,
        () -> "30 s: %d bytes, 90 s: %d bytes".formatted(shorter, longer));
  }

  @Test
  void anotherRateIsRefused() {
    FeatureExtractor extractor = new Gtzan57Options(44_100, 2048, 512).extractor();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> extractor.extract(source(new float[100], 100), rows -> {}));
    assertEquals(
        "stream.sampleRateHz=22050 must be sampleRateHz=44100; resample it first", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mel", "gtzan57", "chin97"})
  void aStreamWithoutSamplesIsRefused(String set) {
    FeatureExtractor extractor = FeatureSets.named(set).extractor();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> extractor.extract(source(new float[1], 0), rows -> {}));
    assertEquals("stream.length=0 must be at least 1 sample", e.getMessage());
  }

  private static long allocated(FeatureExtractor extractor, int seconds) throws Exception {
    SampleSource source = source(samples(10 * RATE), (long) seconds * RATE);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    extractor.extract(source, rows -> {});
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** Notes that change, clicks and noise. */
  private static float[] samples(int length) {
    Random random = new Random(440);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      double t = (double) i / RATE;
      double hz = 110 * Math.pow(2, Math.floor(t) % 24 / 12);
      double tone = Math.sin(2 * Math.PI * hz * t) + Math.sin(3 * Math.PI * hz * t);
      double click = Math.exp(-40 * (t % 0.5));
      samples[i] = (float) (0.1 * tone + (0.01 + 0.2 * click) * random.nextGaussian());
    }
    return samples;
  }

  /** Repeats samples up to a length, read in pieces of odd lengths. */
  private static SampleSource source(float[] samples, long length) {
    return () -> new RepeatedSamples(samples, length, RATE);
  }

  private static final class RepeatedSamples implements SampleStream {
    private final float[] samples;
    private final int rateHz;
    private long left;
    private int at;

    RepeatedSamples(float[] samples, long length, int rateHz) {
      this.samples = samples;
      this.rateHz = rateHz;
      this.left = length;
    }

    @Override
    public int sampleRateHz() {
      return rateHz;
    }

    @Override
    public int read(float[] buffer, int offset, int most) {
      if (left == 0) {
        return -1;
      }
      int count = (int) Math.min(Math.min(most, 3001), Math.min(samples.length - at, left));
      System.arraycopy(samples, at, buffer, offset, count);
      left -= count;
      at = (at + count) % samples.length;
      return count;
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
