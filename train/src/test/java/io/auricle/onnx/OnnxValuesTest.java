package io.auricle.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.auricle.predict.onnx.OnnxOutput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Inner values of a small graph: twice the input, plus one, softmax. */
final class OnnxValuesTest {
  private static byte[] model() {
    OnnxGraph graph = new OnnxGraph("test");
    String input = graph.input("input", List.of(2));
    String two = graph.initialiser("two", List.of(), new float[] {2});
    String one = graph.initialiser("one", List.of(), new float[] {1});
    String doubled = graph.node("Mul", "doubled", List.of(input, two));
    String logits = graph.node("Add", "sum", List.of(doubled, one));
    String softmax = graph.node("Softmax", "softmax", List.of(logits), OnnxAttribute.of("axis", 1));
    graph.node("Identity", "scores", List.of(softmax));
    graph.output("scores", List.of(2));
    return graph.toBytes();
  }

  @Test
  void logitsAreWhatGoesIntoTheSoftmax() {
    OnnxValues values = OnnxValues.of(model());
    assertEquals(List.of("doubled", "sum", "softmax", "scores"), values.names());
    assertEquals("scores", values.scores());
    assertEquals(Optional.of("sum"), values.logits(values.scores()));
  }

  @Test
  void anyValueCanBeTheOutput() {
    OnnxValues values = OnnxValues.of(model());
    float[] input = {3, -4};
    assertArrayEquals(
        new float[] {6, -8}, OnnxOutput.of(values.giving("doubled"), List.of(2), input));
    assertArrayEquals(new float[] {7, -7}, OnnxOutput.of(values.giving("sum"), List.of(2), input));
    assertArrayEquals(
        OnnxOutput.of(model(), List.of(2), input),
        OnnxOutput.of(values.giving("scores"), List.of(2), input));
  }

  @Test
  void unknownValuesAndOtherFilesAreRefused() {
    assertEquals(
        "value=other must be one of [doubled, sum, softmax, scores]",
        assertThrows(IllegalArgumentException.class, () -> OnnxValues.of(model()).giving("other"))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> OnnxValues.of(new byte[] {1, 2, 3}));
  }
}
