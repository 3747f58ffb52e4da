package io.auricle.feature.custom;

import io.auricle.dsp.MelScale;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.frame.Levels;
import io.auricle.feature.frame.MelSpectrogram;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.frame.Rms;
import io.auricle.feature.frame.SpectralBandwidth;
import io.auricle.feature.frame.SpectralCentroid;
import io.auricle.feature.frame.SpectralContrast;
import io.auricle.feature.frame.SpectralEntropy;
import io.auricle.feature.frame.SpectralFlatness;
import io.auricle.feature.frame.SpectralFlux;
import io.auricle.feature.frame.SpectralMoments;
import io.auricle.feature.frame.SpectralRolloff;
import io.auricle.feature.frame.Spectrogram;
import io.auricle.feature.frame.ZeroCrossingRate;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.rhythm.GlobalTempo;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.rhythm.OnsetTempo;
import io.auricle.feature.rhythm.OnsetTempogram;
import io.auricle.feature.rhythm.Onsets;
import io.auricle.feature.rhythm.Tempo;
import io.auricle.feature.separation.SoundPart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The features that custom sets are made of: name and default options, librosa's. */
public final class FrameFeatures {
  private static final Map<String, FrameFeature> FEATURES = features();

  private FrameFeatures() {}

  private static Map<String, FrameFeature> features() {
    Map<String, FrameFeature> features = new LinkedHashMap<>();
    features.put("stft", new Spectrogram(Levels.RELATIVE_DB));
    features.put("mel", new MelSpectrogram(128, MelScale.SLANEY, true, Levels.RELATIVE_DB));
    features.put("mfcc", Mfcc.of(20));
    features.put("chroma", new Chroma());
    features.put("rms", new Rms());
    features.put("zero-crossing-rate", new ZeroCrossingRate());
    features.put("spectral-centroid", new SpectralCentroid());
    features.put("spectral-bandwidth", new SpectralBandwidth(2));
    features.put("spectral-rolloff", new SpectralRolloff(0.85));
    features.put("spectral-contrast", SpectralContrast.DEFAULT);
    features.put("spectral-flatness", new SpectralFlatness());
    features.put("spectral-flux", new SpectralFlux());
    features.put("spectral-entropy", new SpectralEntropy());
    features.put("spectral-moments", new SpectralMoments());
    features.put("onset-strength", new Onsets(OnsetStrength.Aggregate.MEAN));
    features.put("tempogram", new OnsetTempogram(384));
    features.put("tempo", new OnsetTempo(Tempo.DEFAULT));
    features.put("global-tempo", new GlobalTempo(Tempo.DEFAULT, OnsetStrength.Aggregate.MEDIAN));
    features.put("hpss", new SoundPart(SoundPart.Part.HARMONIC));
    return features;
  }

  /** The names of all features. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(FEATURES.keySet());
  }

  /**
   * A feature with its default options; each name has a class of its own.
   *
   * @throws IllegalArgumentException if there is no such feature; the message lists those there are
   */
  public static FrameFeature named(String name) {
    FrameFeature feature = FEATURES.get(name);
    if (feature == null) {
      throw new IllegalArgumentException(
          "feature=%s must be one of %s".formatted(name, String.join(", ", FEATURES.keySet())));
    }
    return feature;
  }
}
