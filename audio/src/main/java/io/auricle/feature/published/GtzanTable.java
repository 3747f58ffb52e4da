package io.auricle.feature.published;

import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.KernelExtractor;
import io.auricle.feature.custom.FeaturePart;
import io.auricle.feature.custom.SideBySide;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.frame.Rms;
import io.auricle.feature.frame.SpectralBandwidth;
import io.auricle.feature.frame.SpectralCentroid;
import io.auricle.feature.frame.SpectralRolloff;
import io.auricle.feature.frame.ZeroCrossingRate;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.rhythm.GlobalTempo;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.rhythm.OnsetTempo;
import io.auricle.feature.rhythm.Tempo;
import io.auricle.feature.separation.SoundPart;
import io.auricle.feature.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statistics of the GTZAN feature table of Kaggle, one row a signal, in its order: mean and
 * variance of chroma, RMS, spectral centroid, bandwidth and rolloff, zero-crossing rate, the
 * harmonic and the percussive sound, the tempo, and mean and variance of 20 MFCC. Tested against
 * librosa 0.11. Silence gives finite values: 0 throughout but for the mean of the first MFCC, of
 * -100 dB in all bands, and a tempo per frame.
 */
final class GtzanTable {
  private GtzanTable() {}

  /** One tempo, that of {@code librosa.beat.beat_track}, as the table has it. */
  static final FrameFeature ONE_TEMPO =
      new GlobalTempo(Tempo.DEFAULT, OnsetStrength.Aggregate.MEDIAN);

  /** The tempo per frame, {@code librosa.feature.tempo(aggregate=None)}. */
  static final FrameFeature TEMPO_PER_FRAME = new OnsetTempo(Tempo.DEFAULT);

  /** The extractor of such a table. */
  static <O extends FeatureOptions> KernelExtractor<O> extractor(
      O options, FrameGrid grid, boolean withParts, FrameFeature tempo) {
    List<FrameFeature> features = new ArrayList<>();
    features.add(new Pooled("chroma_stft", new Chroma()));
    features.add(new Rms());
    features.add(new SpectralCentroid());
    features.add(new SpectralBandwidth(2));
    features.add(new SpectralRolloff(0.85));
    features.add(new ZeroCrossingRate());
    if (withParts) {
      features.add(Named.of("harmony", new SoundPart(SoundPart.Part.HARMONIC)));
      features.add(Named.of("perceptr", new SoundPart(SoundPart.Part.PERCUSSIVE)));
    }
    Stream.of(tempo, Mfcc.of(20)).forEach(features::add);
    List<FeaturePart> parts =
        features.stream()
            .map(feature -> FeaturePart.of(feature, Statistic.MEAN, Statistic.VARIANCE))
            .toList();
    return SideBySide.extractor(options, grid, parts);
  }
}
