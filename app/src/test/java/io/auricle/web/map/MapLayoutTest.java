package io.auricle.web.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sounds alike lies together, whether it was laid out or placed, and stays where it is. */
final class MapLayoutTest {
  private static final int GROUPS = 6;
  private static final int DIMENSIONS = 20;
  private static final int ANCHORS = 150;

  /** Songs 1 to n, song i of group i modulo {@value #GROUPS}. */
  private static List<float[]> songs(int n) {
    Random random = new Random(5);
    float[][] centres = new float[GROUPS][DIMENSIONS];
    for (float[] centre : centres) {
      for (int d = 0; d < DIMENSIONS; d++) {
        centre[d] = (float) random.nextGaussian();
      }
    }
    List<float[]> songs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      float[] song = centres[(i + 1) % GROUPS].clone();
      for (int d = 0; d < DIMENSIONS; d++) {
        song[d] += (float) (0.3 * random.nextGaussian());
      }
      songs.add(song);
    }
    return songs;
  }

  private static MapLayout.Source source(List<float[]> songs) {
    return taker -> {
      for (int i = songs.size() - 1; i >= 0; i--) { // in any order
        taker.take(i + 1, songs.get(i));
      }
    };
  }

  private static SongMap layout(List<float[]> songs, SongMap before) throws IOException {
    return MapLayout.of(source(songs), before, ANCHORS, 2, share -> {});
  }

  /** The share of songs whose nearest other one on the map is of their group. */
  private static double purity(SongMap map, boolean ofPlaced) {
    int good = 0;
    int all = 0;
    for (int i = 0; i < map.size(); i++) {
      if (map.isAnchor(i) == ofPlaced) {
        continue;
      }
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < map.size(); j++) {
        double apart = Math.hypot(map.x(i) - map.x(j), map.y(i) - map.y(j));
        if (j != i && apart < least) {
          best = j;
          least = apart;
        }
      }
      all++;
      good += map.id(i) % GROUPS == map.id(best) % GROUPS ? 1 : 0;
    }
    return (double) good / all;
  }

  @Test
  void groupsLieTogether() throws Exception {
    SongMap map = layout(songs(600), SongMap.empty());
    assertEquals(600, map.size());
    int anchors = 0;
    for (int i = 0; i < map.size(); i++) {
      assertEquals(i + 1, map.id(i));
      assertTrue(map.x(i) >= 0 && map.x(i) <= SongMap.SIDE, "x=" + map.x(i));
      assertTrue(map.y(i) >= 0 && map.y(i) <= SongMap.SIDE, "y=" + map.y(i));
      anchors += map.isAnchor(i) ? 1 : 0;
    }
    assertEquals(ANCHORS, anchors);
    assertTrue(purity(map, false) > 0.97, "anchors " + purity(map, false));
    assertTrue(purity(map, true) > 0.97, "placed " + purity(map, true));
  }

  @Test
  void isTheSameEachTime() throws Exception {
    SongMap one = layout(songs(300), SongMap.empty());
    SongMap two = layout(songs(300), SongMap.empty());
    for (int i = 0; i < one.size(); i++) {
      assertEquals(one.x(i), two.x(i));
      assertEquals(one.y(i), two.y(i));
    }
  }

  @Test
  void songsStayWhenOthersCome() throws Exception {
    List<float[]> songs = songs(400);
    SongMap before = layout(songs.subList(0, 300), SongMap.empty());
    songs.set(11, songs.get(8).clone());
    SongMap after = layout(songs, before);
    assertEquals(400, after.size());
    for (int i = 0; i < 300; i++) {
      if (i != 11) {
        assertEquals(before.x(i), after.x(i), "song " + before.id(i));
        assertEquals(before.y(i), after.y(i), "song " + before.id(i));
      }
    }
    // Song 12 sounds as song 9 does now, and goes there.
    double apart = Math.hypot(after.x(11) - after.x(8), after.y(11) - after.y(8));
    assertTrue(apart < SongMap.SIDE / 20.0, "apart=" + apart);
    assertTrue(purity(after, true) > 0.95, "placed " + purity(after, true));
  }

  @Test
  void manyMoreSongsAreLaidOutAnew() throws Exception {
    SongMap before = layout(songs(100), SongMap.empty());
    SongMap after = layout(songs(400), before);
    int anchors = 0;
    for (int i = 0; i < after.size(); i++) {
      anchors += after.isAnchor(i) ? 1 : 0;
    }
    assertEquals(ANCHORS, anchors);
  }

  @Test
  void fewSongsAndEqualOnesHavePlaces() throws Exception {
    assertEquals(0, layout(List.of(), SongMap.empty()).size());
    SongMap two = layout(songs(2), SongMap.empty());
    assertNotEquals(two.x(0) + " " + two.y(0), two.x(1) + " " + two.y(1));
    List<float[]> equal = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      equal.add(new float[] {1, 0, 0});
    }
    assertEquals(50, layout(equal, SongMap.empty()).size());
    assertEquals(5, layout(songs(5), SongMap.empty()).size());
  }

  @Test
  void mapIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
    SongMap map = layout(songs(200), SongMap.empty());
    Path file = MapFile.beside(folder.resolve("library.db"));
    assertTrue(MapFile.read(file).isEmpty());
    MapFile.write(file, map);
    SongMap read = MapFile.read(file).orElseThrow();
    assertEquals(map.size(), read.size());
    for (int i = 0; i < map.size(); i++) {
      assertEquals(
          List.of(map.id(i), map.mark(i), map.x(i), map.y(i), map.isAnchor(i)),
          List.of(read.id(i), read.mark(i), read.x(i), read.y(i), read.isAnchor(i)));
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 7, 11, 12, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertTrue(MapFile.read(file).isEmpty(), "length=" + length);
    }
    whole[8] = (byte) 0x80;
    Files.write(file, whole);
    assertTrue(MapFile.read(file).isEmpty(), "a negative size");
  }
}
