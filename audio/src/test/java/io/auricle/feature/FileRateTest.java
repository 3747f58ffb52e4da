package io.auricle.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.Signal;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.dsp.MelScale;
import io.auricle.feature.custom.FrameFeatures;
import io.auricle.feature.frame.LevelScale;
import io.auricle.feature.frame.Levels;
import io.auricle.feature.frame.MelSpectrogram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Features of a file of any rate are those of {@code librosa.load(path)}: the vectors of {@code
 * golden/rates}, which {@code tools/golden/rates.py} explains.
 */
final class FileRateTest {
  static List<String> names() {
    return Golden.lines("rates/index.txt");
  }

  @ParameterizedTest
  @MethodSource("names")
  void featuresEqualThoseOfLibrosaLoad(String name, @TempDir Path folder)
      throws IOException, DecodeException {
    Golden golden = Golden.named("rates/" + name);
    Signal signal = AudioDecoder.of(DecodeOptions.at(22_050)).decode(file(golden, folder), 60);
    assertEquals(golden.whole("samples"), signal.length());
    FrameOptions frames = new FrameOptions(22_050, 2048, 512, true);
    StringBuilder faults = new StringBuilder();
    double startFactor = golden.number("startFactor");
    int row = 0;
    for (Map.Entry<String, FrameFeature> feature : features().entrySet()) {
      FeatureMatrix actual = feature.getValue().of(signal, frames);
      assertEquals(golden.whole("frames"), actual.frameCount());
      double worst = 0;
      for (int frame = 0; frame < actual.frameCount(); frame++) {
        for (int column = 0; column < actual.columnCount(); column++) {
          double expected = golden.at(frame, row + column);
          double distance = Math.abs(actual.at(frame, column) - expected);
          worst = Math.max(worst, frame < 2 ? distance / startFactor : distance);
        }
      }
      row += actual.columnCount();
      double tolerance = golden.number(feature.getKey());
      if (!(worst <= tolerance)) {
        faults.append("%s: %.3g > %s%n".formatted(feature.getKey(), worst, tolerance));
      }
    }
    assertEquals(golden.whole("rows"), row);
    assertTrue(faults.isEmpty(), faults::toString);
  }

  /** In the order of the rows, under the names of the passport. */
  private static Map<String, FrameFeature> features() {
    Levels levels = new Levels(LevelScale.DB, 1, 80);
    Map<String, FrameFeature> features = new LinkedHashMap<>();
    features.put("mfcc", FrameFeatures.named("mfcc"));
    features.put("melDb", new MelSpectrogram(128, MelScale.SLANEY, true, levels));
    features.put("chroma", FrameFeatures.named("chroma"));
    features.put("rms", FrameFeatures.named("rms"));
    features.put("zeroCrossingRate", FrameFeatures.named("zero-crossing-rate"));
    features.put("centroid", FrameFeatures.named("spectral-centroid"));
    features.put("bandwidth", FrameFeatures.named("spectral-bandwidth"));
    features.put("rolloff", FrameFeatures.named("spectral-rolloff"));
    features.put("onset", FrameFeatures.named("onset-strength"));
    return features;
  }

  private static Path file(Golden golden, Path folder) throws IOException {
    Path file = folder.resolve("sound.wav");
    String name = golden.text("file", "");
    if (!name.isEmpty()) {
      try (InputStream in = FileRateTest.class.getResourceAsStream("/golden/rates/" + name)) {
        Files.write(file, Objects.requireNonNull(in, name).readAllBytes());
      }
      return file;
    }
    int rate = golden.whole("fileRate");
    Signal left = SyntheticSignal.of(golden.text("left"), rate, golden.number("seconds"));
    Signal right = SyntheticSignal.of(golden.text("right"), rate, golden.number("seconds"));
    Files.write(file, floatWav(left, right));
    return file;
  }

  /** A stereo WAV of 32-bit floats. */
  private static byte[] floatWav(Signal left, Signal right) {
    int bytes = 8 * left.length();
    ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 3).putShort((short) 2).putInt(left.sampleRateHz());
    out.putInt(8 * left.sampleRateHz()).putShort((short) 8).putShort((short) 32);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (int i = 0; i < left.length(); i++) {
      out.putFloat(left.at(i)).putFloat(right.at(i));
    }
    return out.array();
  }
}
