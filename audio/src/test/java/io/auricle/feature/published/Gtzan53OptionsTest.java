package io.auricle.feature.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SyntheticSignal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class Gtzan53OptionsTest {
  private static final Gtzan57Options ALL = new Gtzan57Options(22_050, 2048, 512);

  @Test
  void columnsAreThe57WithoutThoseOfHarmonicAndPercussiveSound() {
    List<String> columns = new ArrayList<>(ALL.extractor().columns());
    columns.removeAll(List.of("harmony_mean", "harmony_var", "perceptr_mean", "perceptr_var"));
    assertEquals(53, columns.size());
    assertEquals(columns, new Gtzan53Options(ALL).extractor().columns());
  }

  @Test
  void valuesAreThoseOfTheSameColumns() {
    Gtzan53Options options = new Gtzan53Options(ALL);
    FeatureExtractor few = options.extractor();
    Signal song = SyntheticSignal.of("song", 22_050, 1);
    FeatureMatrix all = ALL.extractor().extract(song);
    FeatureMatrix kept = few.extract(song);
    for (int c = 0; c < few.columns().size(); c++) {
      int place = ALL.extractor().columns().indexOf(few.columns().get(c));
      assertEquals(all.at(0, place), kept.at(0, c), few.columns().get(c));
    }
    assertEquals(List.of(kept.toArray()[52]), List.of(options.derive(all).toArray()[52]));
  }
}
