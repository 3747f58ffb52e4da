package io.auricle.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The clips that are classified. If a bundled model has changed on purpose, what is expected is
 * made again from the root of the repository with
 *
 * <pre>
 * ./auricle classify --format jsonl --embedding --top 1 samples/jazz.wav samples/metal.mp3 \
 *   &gt;app/src/main/resources/io/auricle/doctor/selftest.jsonl
 * </pre>
 */
final class SelfTestTest {
  @Test
  void clipsAreHeardAsExpected() throws IOException {
    SelfTest test = SelfTest.builtIn();
    assertEquals(2, test.expected().size());
    PartFinding finding = test.run();
    assertEquals(PartFinding.State.OK, finding.state(), finding.message());
    assertTrue(finding.message().startsWith("jazz.wav is jazz ("), finding.message());
    // What is written has five decimals; the same machine must be as near as these allow.
    double distance = Double.parseDouble(finding.facts().get("embeddingDistance"));
    assertTrue(distance < 1e-3, finding.message());
  }

  @Test
  void anotherLabelScoreVersionOrEmbeddingIsAFault() throws IOException {
    Expected good = SelfTest.builtIn().expected().get(0);
    List<Double> other = new ArrayList<>(good.embedding());
    other.replaceAll(value -> 1.05 * value);
    List<Expected> wrong =
        List.of(
            new Expected(good.clip(), "genre", "rock", good.score(), good.version(), other),
            new Expected(good.clip(), "genre", "jazz", 0.1, good.version(), good.embedding()),
            new Expected(good.clip(), "genre", "jazz", good.score(), "0", good.embedding()),
            new Expected(good.clip(), "genre", "jazz", good.score(), good.version(), other));
    List<String> words = List.of("should be rock", "should be jazz (0.100", "version=0", "is off");
    for (int i = 0; i < wrong.size(); i++) {
      PartFinding finding = new SelfTest(List.of(wrong.get(i)), SelfTest.builtIn().clips()).run();
      assertEquals(PartFinding.State.FAULT, finding.state(), finding.message());
      assertTrue(finding.message().contains(words.get(i)), finding.message());
    }
  }

  @Test
  void clipThatIsMissingOrNoSoundIsSaid() throws IOException {
    List<Expected> expected = SelfTest.builtIn().expected();
    IOException missing =
        assertThrows(IOException.class, () -> new SelfTest(expected, name -> null).run());
    assertTrue(missing.toString().contains("jazz.wav is missing"), missing.toString());
    SelfTest torn =
        new SelfTest(expected, name -> new ByteArrayInputStream("no sound".getBytes(UTF_8)));
    IOException fault = assertThrows(IOException.class, torn::run);
    assertTrue(fault.toString().contains("cannot be heard"), fault.toString());
  }
}
