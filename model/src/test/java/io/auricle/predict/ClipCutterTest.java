package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClipCutterTest {
  private static final int RATE = 100;
  private static final int CLIP = 1000;

  @ParameterizedTest
  @ValueSource(ints = {1, 499, 500, 999, 1000, 1001, 1499, 1500, 1501, 2499, 2500, 123_456})
  void clipsHoldEverySampleOnceInOrder(int length) {
    List<Float> heard = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    ClipCutter cutter =
        new ClipCutter(
            RATE,
            (double) CLIP / RATE,
            (clip, start) -> {
              assertEquals(heard.size() / (double) RATE, start, 1e-9);
              lengths.add(clip.length());
              for (int i = 0; i < clip.length(); i++) {
                heard.add(clip.at(i));
              }
            });
    push(cutter, length);
    assertEquals(length, heard.size());
    for (int i = 0; i < length; i++) {
      assertEquals(i, heard.get(i));
    }
    int last = lengths.get(lengths.size() - 1);
    assertTrue(last <= 1.5 * CLIP, "last=" + last);
    assertTrue(length < CLIP / 2 || last >= CLIP / 2, "last=" + last);
    assertTrue(lengths.subList(0, lengths.size() - 1).stream().allMatch(n -> n == CLIP));
  }

  private static void push(ClipCutter cutter, int length) {
    float[] block = new float[77];
    int sent = 0;
    while (sent < length) {
      int n = Math.min(block.length, length - sent);
      for (int i = 0; i < n; i++) {
        block[i] = sent + i;
      }
      cutter.push(block, n);
      sent += n;
    }
    cutter.finish();
  }
}
