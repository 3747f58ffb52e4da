package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.TrackCut;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
            new TrackCut((double) CLIP / RATE, (double) CLIP / RATE, 0, false),
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

  /** The first samples of clips, which count up from the start of the track, and their lengths. */
  private static List<List<Integer>> clips(int length, double edgeSeconds, boolean whole) {
    return clips(length, (double) CLIP / RATE, edgeSeconds, whole);
  }

  private static List<List<Integer>> clips(
      int length, double hopSeconds, double edgeSeconds, boolean whole) {
    List<List<Integer>> clips = new ArrayList<>();
    ClipCutter cutter =
        new ClipCutter(
            RATE,
            new TrackCut((double) CLIP / RATE, hopSeconds, edgeSeconds, whole),
            (clip, start) -> {
              assertEquals(clip.at(0), start * RATE, 1e-6);
              clips.add(List.of((int) clip.at(0), clip.length()));
            });
    push(cutter, length);
    return clips;
  }

  @Test
  void edgesAreLeftOut() {
    assertEquals(
        List.of(List.of(300, 1000), List.of(1300, 1400)), clips(300 + 2400 + 300, 3, false));
  }

  @Test
  void shortTrackKeepsItsMiddle() {
    assertEquals(List.of(List.of(200, 1000)), clips(1400, 3, false));
    assertEquals(List.of(List.of(0, 1000)), clips(1000, 3, false));
    assertEquals(List.of(List.of(0, 700)), clips(700, 3, false));
    // One sample less than what loses both edges whole.
    assertEquals(List.of(List.of(299, 1000)), clips(1599, 3, false));
    assertEquals(List.of(List.of(300, 1000)), clips(1600, 3, false));
  }

  @Test
  void onlyWholeClipsAreCut() {
    assertEquals(List.of(List.of(0, 1000), List.of(1000, 1000)), clips(2999, 0, true));
    assertEquals(List.of(List.of(0, 600)), clips(600, 0, true));
    assertEquals(List.of(List.of(300, 1000), List.of(1300, 1000)), clips(3599, 3, true));
  }

  @Test
  void overlappingClipsBeginAHopApart() {
    double half = CLIP / 2.0 / RATE;
    assertEquals(
        List.of(List.of(0, 1000), List.of(500, 1000), List.of(1000, 1000)),
        clips(2499, half, 0, true));
    assertEquals(List.of(List.of(300, 1000), List.of(800, 1000)), clips(2100, half, 3, true));
    assertEquals(List.of(List.of(0, 600)), clips(600, half, 0, true));
    // Ten tenths of a clip from one start to the next, through blocks that no clip divides.
    List<List<Integer>> tenths = clips(30 * CLIP, CLIP / 10.0 / RATE, 0, true);
    assertEquals(291, tenths.size());
    assertEquals(List.of(29 * CLIP, CLIP), tenths.get(290));
  }

  @Test
  void hopsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new TrackCut(3, 0.2, 0, true));
    assertThrows(IllegalArgumentException.class, () -> new TrackCut(3, 3.1, 0, true));
    IllegalArgumentException rest =
        assertThrows(IllegalArgumentException.class, () -> new TrackCut(3, 1.5, 0, false));
    assertTrue(String.valueOf(rest.getMessage()).contains("wholeClips"));
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
