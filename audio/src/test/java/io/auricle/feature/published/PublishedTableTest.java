package io.auricle.feature.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Golden;
import io.auricle.feature.set.FeatureSets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The ten clips of GTZAN at hand against the published table and against librosa 0.11. Runs only
 * where {@code -Dauricle.data=DIR} names the data.
 */
final class PublishedTableTest {
  /** Where librosa 0.11 itself is further from the table, made with an old librosa, that counts. */
  private static final double TABLE_TOLERANCE = 0.005;

  private static final double LIBROSA_TOLERANCE = 1e-3;

  /** Columns that the report names. */
  private static final int WORST = 8;

  private static final int HEADER_BYTES = 44;

  @Test
  void tenClipsEqualThePublishedTableAndLibrosa() throws IOException {
    String data = System.getProperty("auricle.data", "");
    assumeTrue(!data.isEmpty(), "needs -Dauricle.data=DIR with gtzan-audio and gtzan-features");
    Map<String, String[]> table = table(Path.of(data, "gtzan-features", "features_30_sec.csv"));
    Map<String, String[]> librosa = librosa();
    FeatureExtractor extractor = FeatureSets.named("gtzan57").extractor();
    List<String> columns = extractor.columns();
    double[] worstOfTable = new double[columns.size()];
    double[] worstOfLibrosa = new double[columns.size()];
    for (Path file : clips(Path.of(data, "gtzan-audio", "genres_original"))) {
      String clip = String.valueOf(file.getFileName()).replace(".wav", "");
      FeatureMatrix row = extractor.extract(read(file));
      String[] published = Objects.requireNonNull(table.get(clip), clip);
      String[] recorded = Objects.requireNonNull(librosa.get(clip), clip);
      for (int i = 0; i < columns.size(); i++) {
        // Two columns, name and length, stand before the features.
        double ofTable = difference(row.at(0, i), published[i + 2]);
        double ofLibrosa = difference(row.at(0, i), recorded[i + 1]);
        double librosaOfTable = difference(Double.parseDouble(recorded[i + 1]), published[i + 2]);
        String where = clip + " " + columns.get(i);
        assertEquals(0, ofLibrosa, LIBROSA_TOLERANCE, where);
        assertEquals(0, ofTable, Math.max(TABLE_TOLERANCE, 1.01 * librosaOfTable), where);
        worstOfTable[i] = Math.max(worstOfTable[i], ofTable);
        worstOfLibrosa[i] = Math.max(worstOfLibrosa[i], ofLibrosa);
      }
    }
    report("the published table", columns, worstOfTable);
    report("librosa 0.11", columns, worstOfLibrosa);
    assertEquals(0, worstOfTable[columns.indexOf("tempo")], 1e-6);
  }

  private static double difference(double actual, String expected) {
    double value = Double.parseDouble(expected);
    return Math.abs(actual - value) / Math.abs(value);
  }

  private static void report(String reference, List<String> columns, double[] worst) {
    List<Integer> order =
        IntStream.range(0, worst.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer column) -> worst[column]).reversed())
            .toList();
    System.out.printf("worst columns against %s:%n", reference);
    for (int column : order.subList(0, WORST)) {
      System.out.printf("  %s %.2g%n", columns.get(column), worst[column]);
    }
  }

  private static List<Path> clips(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
    }
  }

  private static Map<String, String[]> table(Path csv) throws IOException {
    Map<String, String[]> rows = new HashMap<>();
    for (String line : Files.readAllLines(csv)) {
      String[] fields = line.split(",", -1);
      rows.put(fields[0].replace(".au", ""), fields);
    }
    return rows;
  }

  private static Map<String, String[]> librosa() {
    Map<String, String[]> rows = new HashMap<>();
    for (String line : Golden.lines("gtzan57-clips.csv")) {
      String[] fields = line.split(",", -1);
      rows.put(fields[0], fields);
    }
    return rows;
  }

  /** The clips are plain 16-bit mono files with the shortest header. */
  private static Signal read(Path wav) throws IOException {
    byte[] bytes = Files.readAllBytes(wav);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[buffer.getInt(HEADER_BYTES - 4) / Short.BYTES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = buffer.getShort(HEADER_BYTES + i * Short.BYTES) / 32768f;
    }
    return Signal.of(samples, buffer.getInt(24));
  }
}
