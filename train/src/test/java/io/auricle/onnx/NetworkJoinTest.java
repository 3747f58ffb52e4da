package io.auricle.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.predict.onnx.OnnxOutput;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two models on the embedding of one network, and the network itself, in one file. */
final class NetworkJoinTest {
  private static final int IN = 200;
  private static final int INSIDE = 150;
  private static final List<Integer> SIZES = List.of(IN);

  private final Random random = new Random(2);
  private final byte[] network = network();
  private final byte[] first = OnnxValues.of(network).followedBy("inside", head(5));
  private final byte[] second = OnnxValues.of(network).followedBy("inside", head(2));
  private final float[] input = values(3 * IN);

  private byte[] network() {
    OnnxGraph graph = new OnnxGraph("network");
    String in = graph.input("input", SIZES);
    String weights = graph.initialiser("w", List.of(IN, INSIDE), values(IN * INSIDE));
    String inside = graph.node("MatMul", "inside", List.of(in, weights));
    String last = graph.initialiser("v", List.of(INSIDE, 4), values(INSIDE * 4));
    graph.node("Sigmoid", "scores", List.of(graph.node("MatMul", "end", List.of(inside, last))));
    graph.output("scores", List.of(4));
    return graph.toBytes();
  }

  /** Named as the network's own end, which must not disturb. */
  private byte[] head(int classes) {
    OnnxGraph graph = new OnnxGraph("head");
    String in = graph.input("input", List.of(INSIDE));
    String weights = graph.initialiser("v", List.of(INSIDE, classes), values(INSIDE * classes));
    String end = graph.node("MatMul", "end", List.of(in, weights));
    graph.node("Softmax", "scores", List.of(end), OnnxAttribute.of("axis", 1));
    graph.output("scores", List.of(classes));
    return graph.toBytes();
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() * 0.3f;
    }
    return values;
  }

  private NetworkJoin join() {
    NetworkJoin join = NetworkJoin.of(network);
    join.add("first", "inside", first);
    join.add("second", "inside", second);
    join.value("embedding", "inside");
    join.column("right", "second", 1);
    return join;
  }

  @Test
  void allSayWhatTheySayAlone() {
    byte[] joined = join().toBytes(false);
    assertTrue(joined.length < first.length + second.length);
    same(OnnxOutput.of(network, SIZES, input), "scores", joined, 0);
    same(OnnxOutput.of(first, SIZES, input), "first", joined, 0);
    float[] two = OnnxOutput.of(second, SIZES, input);
    same(two, "second", joined, 0);
    same(new float[] {two[1], two[3], two[5]}, "right", joined, 0);
    byte[] inside = OnnxValues.of(network).giving("inside");
    same(OnnxOutput.of(inside, SIZES, input), "embedding", joined, 0);
  }

  @Test
  void aValueInsideGivesItsNameAway() {
    NetworkJoin join = join();
    join.value("end", "inside");
    byte[] joined = join.toBytes(false);
    same(OnnxOutput.of(OnnxValues.of(network).giving("inside"), SIZES, input), "end", joined, 0);
    same(OnnxOutput.of(network, SIZES, input), "scores", joined, 0);
    same(OnnxOutput.of(first, SIZES, input), "first", joined, 0);
    assertThrows(IllegalArgumentException.class, () -> join.value("scores", "inside"));
  }

  @Test
  void whatNobodyReadsIsLeftOut() {
    NetworkJoin join = join();
    join.without("second");
    join.without("scores");
    byte[] less = join.toBytes(false);
    same(OnnxOutput.of(first, SIZES, input), "first", less, 0);
    float[] two = OnnxOutput.of(second, SIZES, input);
    same(new float[] {two[1], two[3], two[5]}, "right", less, 0);
    assertTrue(less.length <= join().toBytes(false).length - 4 * 4 * INSIDE);
    assertEquals(Set.of("first", "embedding", "right"), join.outputs());
    assertThrows(IllegalArgumentException.class, () -> join.without("scores"));
  }

  @Test
  void halfTheBytesSayNearlyTheSame() {
    byte[] joined = join().toBytes(true);
    assertTrue(joined.length < 0.65 * join().toBytes(false).length, "bytes=" + joined.length);
    same(OnnxOutput.of(first, SIZES, input), "first", joined, 2e-2f);
    same(OnnxOutput.of(network, SIZES, input), "scores", joined, 2e-2f);
  }

  private void same(float[] expected, String output, byte[] joined, float most) {
    assertArrayEquals(expected, OnnxOutput.named(output, joined, SIZES, input), most);
  }

  @Test
  void whatStandsOnAnotherNetworkIsRefused() {
    byte[] other = OnnxValues.of(network()).followedBy("inside", head(3));
    NetworkJoin join = NetworkJoin.of(network);
    assertThrows(IllegalArgumentException.class, () -> join.add("other", "inside", other));
    assertThrows(IllegalArgumentException.class, () -> join.add("scores", "inside", first));
  }

  @Test
  void halvesAreTheNearest() {
    assertEquals((short) 0x3c00, HalfWeights.half(1));
    assertEquals((short) 0xc000, HalfWeights.half(-2));
    assertEquals((short) 0x3555, HalfWeights.half(1 / 3f));
    assertEquals((short) 0x7bff, HalfWeights.half(1e9f));
    assertEquals((short) 0x0001, HalfWeights.half(0x1p-24f));
    assertEquals((short) 0x0400, HalfWeights.half(0x1.fffffep-15f));
    assertEquals((short) 0x3c00, HalfWeights.half(1 + 0x1p-11f), "to even");
    assertEquals((short) 0x3c02, HalfWeights.half(1 + 3 * 0x1p-11f), "to even");
    assertEquals((short) 0x8000, HalfWeights.half(-0f));
    for (int bits = 0; bits < 0x7c00; bits++) {
      assertEquals((short) bits, HalfWeights.half(HalfWeights.whole((short) bits)));
      assertEquals(-HalfWeights.whole((short) bits), HalfWeights.whole((short) (bits | 0x8000)));
    }
  }
}
