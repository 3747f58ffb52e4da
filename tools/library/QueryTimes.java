import com.sun.management.OperatingSystemMXBean;
import io.auricle.library.query.Query;
import io.auricle.library.similar.KnownPoints;
import io.auricle.library.similar.SimilarSongs;
import io.auricle.library.similar.SongSpace;
import io.auricle.library.song.LibraryCounts;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongNumbers;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import io.auricle.library.store.PageCache;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Times questions to a library within one process, as the page asks them: QueryTimes DATABASE (see
 * tools/library/speed.py). On a busy machine processor time tells more than the clock.
 */
public final class QueryTimes {
  private static final int ROUNDS = 15;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private interface Work {
    int run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    try (Database database = Database.existing(Path.of(arguments[0]))) {
      PageCache.enlarge(database);
      SongReader reader = new SongReader(database);
      for (String query :
          List.of(
              "genre:jazz mood:calm",
              "genre:rock score>0.8 year:..1980",
              "artist:golden sort:-year",
              "golden river",
              "",
              "sort:title",
              "sort:-title",
              "sort:artist,album",
              "sort:genre",
              "sort:-score",
              "sort:genre.jazz",
              "-genre:rock sure:yes sort:tempo",
              "genre.jazz>0.3 sort:arousal",
              "tempo:118..124 key:am")) {
        time(
            "numbers of " + query,
            () -> SongNumbers.of(database, Query.read(query, reader.models())).length);
      }
      for (String query : List.of("sort:title limit:100", "year:..1969 sort:-arousal limit:100")) {
        time("rows of " + query, () -> reader.read(Query.read(query, reader.models())).size());
      }
      time("figures of the library", () -> LibraryCounts.of(database).labels().size());
      Song song = reader.read(Query.read("limit:1", reader.models())).get(0);
      SongSpace space = SongSpace.of(database, song).orElseThrow();
      KnownPoints points = new KnownPoints();
      time("neighbours, points kept", () -> points.nearest(space, song, 12).size());
      time("neighbours, once", () -> SimilarSongs.nearest(space, song, 12, id -> true).size());
    }
  }

  private static void time(String name, Work work) throws Exception {
    double[] clock = new double[ROUNDS];
    double[] processor = new double[ROUNDS];
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      long used = SYSTEM.getProcessCpuTime();
      found = work.run();
      clock[i] = (System.nanoTime() - start) / 1e6;
      processor[i] = (SYSTEM.getProcessCpuTime() - used) / 1e6;
    }
    double first = processor[0];
    Arrays.sort(clock);
    Arrays.sort(processor);
    System.out.printf(
        "processor: first %6.0f ms, median %5.0f ms; clock: least %6.1f ms, median %6.1f ms; %d found: %s%n",
        first, processor[ROUNDS / 2], clock[0], clock[ROUNDS / 2], found, name);
  }
}
