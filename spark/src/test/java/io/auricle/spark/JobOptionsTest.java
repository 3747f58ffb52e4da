package io.auricle.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.spark.output.ResultFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JobOptionsTest {
  private static JobOptions read(String line) {
    return JobOptions.of(line.split(" "));
  }

  private static String refusal(String line) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> read(line)).getMessage());
  }

  @Test
  void aShortLineIsEnough() {
    JobOptions options = read("classify --input s3a://music --output s3a://results");
    ClassifyOptions classify = options.classify();
    assertNotNull(classify);
    assertNull(options.features());
    assertEquals(List.of("genre"), classify.models());
    assertEquals(1200, classify.limits().soundSeconds());
    assertEquals(ResultFormat.PARQUET, options.format());
    assertFalse(options.resume());
    assertTrue(options.source().takes("any"));
  }

  @Test
  void everyOptionIsRead() {
    JobOptions options =
        read(
            "features --input=a --input b --input-format csv --output o --format json --resume"
                + " --set gtzan57 --max-seconds 60.5 --max-bytes 2m --partition-bytes 1g --shard 2/3"
                + " --arrays --hidden");
    SetOptions set = options.features();
    assertNotNull(set);
    assertEquals("gtzan57", set.set());
    assertTrue(set.arrays() && options.resume() && options.source().hidden());
    assertEquals(60.5, set.limits().soundSeconds());
    assertEquals(2 << 20, set.limits().fileBytes());
    assertEquals(1 << 30, options.source().partitionBytes());
    assertEquals(List.of("a", "b"), options.source().inputs());
    assertEquals(1, options.source().shard());
  }

  @Test
  void setsOfFramesStandInArrays() {
    assertTrue(SetOptions.of("mel").arrays());
    assertFalse(SetOptions.of("gtzan57").arrays());
  }

  @Test
  void eachFileIsInOneShard() {
    for (int i = 0; i < 1000; i++) {
      int taken = 0;
      for (int shard = 1; shard <= 7; shard++) {
        JobOptions options = read("classify --input a --output o --shard " + shard + "/7");
        taken += options.source().takes("s3a://music/" + i + ".mp3") ? 1 : 0;
      }
      assertEquals(1, taken);
    }
  }

  @Test
  void whatMakesNoSenseIsRefusedWithWhatDoes() {
    assertEquals("command=clasify must be classify or features", refusal("clasify"));
    assertEquals("--input must be given", refusal("classify --output o"));
    assertEquals("--output must be given", refusal("classify --input i"));
    assertEquals("--output needs a value", refusal("classify --input i --output"));
    assertEquals(
        "--set does not go with classify", refusal("classify --input i --output o --set mel"));
    assertEquals(
        "--format=xml must be one of parquet, csv, json",
        refusal("classify --input i --output o --format xml"));
    assertEquals(
        "--max-bytes=many must be a number",
        refusal("classify --input i --output o --max-bytes many"));
    assertEquals(
        "--shard=4/3 must be I/N with I in [1, N], for instance 3/100",
        refusal("classify --input i --output o --shard 4/3"));
    assertEquals(
        "soundSeconds=-1.0 must be positive",
        refusal("classify --input i --output o --max-seconds -1"));
    assertEquals(
        "models=[genre, genre] has one twice",
        refusal("classify --input i --output o --model genre --model genre"));
    assertTrue(refusal("classify --inptu i").startsWith("--inptu is no option; there are "));
    assertTrue(refusal("features --input i --output o --set nix").startsWith("set=nix must be"));
  }
}
