import io.auricle.library.query.Query;
import io.auricle.library.similar.SimilarSongs;
import io.auricle.library.similar.SongSpace;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Times questions to a library within one process: QueryTimes DATABASE (see tools/library/speed.py). */
public final class QueryTimes {
  private static final int ROUNDS = 15;

  private interface Work {
    int run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    try (Database database = Database.existing(Path.of(arguments[0]))) {
      SongReader reader = new SongReader(database);
      for (String query :
          List.of(
              "genre:jazz score>0.7 mood:calm limit:100",
              "tempo:118..124 key:am limit:100",
              "year:..1969 sort:-arousal limit:100",
              "genre.jazz>0.3 sort:arousal limit:100",
              "loops sort:title limit:100",
              "-genre:rock sure:yes sort:tempo limit:100")) {
        time(query, () -> reader.read(Query.read(query, reader.models())).size());
      }
      Song song = reader.read(Query.read("limit:1", reader.models())).get(0);
      SongSpace space = SongSpace.of(database, song).orElseThrow();
      time("neighbours", () -> SimilarSongs.nearest(space, song, 10, id -> true).size());
    }
  }

  private static void time(String name, Work work) throws Exception {
    double[] millis = new double[ROUNDS];
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      found = work.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf("%8.1f ms least, %8.1f ms median, %d found: %s%n", millis[0], millis[ROUNDS / 2], found, name);
  }
}
