package io.auricle.bench;

import io.auricle.audio.Signal;
import io.auricle.dsp.MedianFilter;
import io.auricle.dsp.fft.RealFft;
import io.auricle.dsp.fft.Stft;
import io.auricle.dsp.fft.Window;
import io.auricle.dsp.resample.Resampler;
import io.auricle.dsp.resample.ResamplerFilter;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Spectrum;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.separation.Hpss;
import io.auricle.feature.set.FeatureSets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The measured pieces of work, each on a clip of 30 seconds: frames of 2048 samples, hop 512. */
final class Work {
  private static final int FRAME = 2048;
  private static final int HOP = 512;

  private final Signal clip = Sound.clip();
  private final float[] samples = clip.toArray();
  private final Stft stft = Stft.of(FRAME, HOP);
  private final int frames = stft.frameCount(samples.length);
  private final int bins = stft.bins();
  private final float[] real = new float[frames * bins];
  private final float[] imaginary = new float[frames * bins];
  private final float[] power = new float[frames * bins];
  private final float[] windowed = new float[frames * FRAME];
  private final MedianFilter median = new MedianFilter(31);
  private final RealFft fft = RealFft.ofLength(FRAME);
  private final FeatureExtractor mel = FeatureSets.named("mel").extractor();
  private final FeatureExtractor gtzan57 = FeatureSets.named("gtzan57").extractor();

  private final FeatureExtractor chin97 = FeatureSets.named("chin97").extractor();
  private final ResamplerFilter halving = ResamplerFilter.of(2 * Sound.RATE_HZ, Sound.RATE_HZ);
  private final ResamplerFilter studio = ResamplerFilter.of(48_000, Sound.RATE_HZ);
  private final float[] doubled = new float[2 * samples.length];
  private final float[] studioSamples = new float[30 * 48_000];
  private final List<Signal> pieces = new ArrayList<>();

  Work() {
    for (int piece = 0; piece < 10; piece++) {
      pieces.add(clip.slice(piece * samples.length / 10, (piece + 1) * samples.length / 10));
    }
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] = samples[i / 2];
    }
    for (int i = 0; i < studioSamples.length; i++) {
      studioSamples[i] = samples[i % samples.length];
    }
    stft.power(samples, 0, frames, power);
    float[] window = Window.HANN.weights(FRAME);
    for (int i = 0; i < windowed.length; i++) {
      int at = i / FRAME * HOP + i % FRAME - FRAME / 2;
      windowed[i] = at < 0 || at >= samples.length ? 0 : samples[at] * window[i % FRAME];
    }
  }

  /** Name to work; the names are those of {@code reference.py}. */
  Map<String, Supplier<Object>> all() {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("rfft", this::rfft);
    all.put("stft", this::stft);
    all.put("median-time", this::medianTime);
    all.put("median-frequency", this::medianFrequency);
    all.put("mel128", this::mel128);
    all.put("chroma", this::chroma);
    all.put("hpss", this::hpss);
    all.put("gtzan57", this::gtzan57);
    all.put("gtzan57-ten-pieces", this::gtzan57Pieces);
    all.put("chin97", this::chin97);
    all.put("resample", this::resample);
    all.put("resample-48", this::resample48);
    return all;
  }

  float[] rfft() {
    fft.forward(windowed, frames, real, imaginary);
    return real;
  }

  float[] stft() {
    stft.forward(samples, 0, frames, real, imaginary);
    return real;
  }

  float[] medianTime() {
    median.alongFrames(power, frames, bins, real);
    return real;
  }

  float[] medianFrequency() {
    median.alongColumns(power, frames, bins, real);
    return real;
  }

  FeatureMatrix mel128() {
    return mel.extract(clip);
  }

  FeatureMatrix chroma() {
    return new Chroma().of(Spectrum.of(clip, FRAME, HOP));
  }

  Hpss.Parts hpss() {
    return Hpss.DEFAULT.split(clip, FRAME, HOP);
  }

  FeatureMatrix gtzan57() {
    return gtzan57.extract(clip);
  }

  /** The same sound in ten pieces of 3 seconds. */
  List<FeatureMatrix> gtzan57Pieces() {
    return pieces.stream().map(gtzan57::extract).toList();
  }

  FeatureMatrix chin97() {
    return chin97.extract(clip);
  }

  /** 30 seconds from 44,100 to 22,050 Hz. */
  float[] resample() {
    return Resampler.resample(doubled, halving);
  }

  float[] resample48() {
    return Resampler.resample(studioSamples, studio);
  }
}
