package io.auricle.feature.set;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.KernelExtractor;
import java.util.stream.IntStream;

/**
 * A log-mel spectrogram drawn as a grey picture.
 *
 * @param mel the spectrogram; its floor is black
 * @param rows height of the picture, in [1, 4096]
 * @param columns width of the picture, in [1, 4096]
 */
public record MelImageOptions(MelOptions mel, int rows, int columns) implements FeatureOptions {
  private static final int LARGEST = 4096;

  public MelImageOptions {
    checkSize("rows", rows);
    checkSize("columns", columns);
  }

  private static void checkSize(String name, int size) {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("%s=%d must be in [1, %d]".formatted(name, size, LARGEST));
    }
  }

  @Override
  public String set() {
    return "mel-image";
  }

  @Override
  public int sampleRateHz() {
    return mel.sampleRateHz();
  }

  @Override
  public FeatureOptions base() {
    return mel;
  }

  @Override
  public FeatureMatrix derive(FeatureMatrix ofBase) {
    return new MelPicture(this).draw(ofBase);
  }

  @Override
  public FeatureExtractor extractor() {
    MelPicture picture = new MelPicture(this);
    return new KernelExtractor<>(
        this,
        mel.grid(),
        IntStream.rangeClosed(1, rows).mapToObj(i -> "row" + i).toList(),
        sound -> new WholeMatrix(mel.kernel(sound), mel.bands(), picture::draw));
  }
}
