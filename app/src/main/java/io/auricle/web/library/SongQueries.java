package io.auricle.web.library;

import io.auricle.library.query.Query;
import io.auricle.library.query.QueryException;
import io.auricle.library.song.SongNumbers;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.web.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which songs a query means, in its order. The last answers are kept until the library changes, so
 * that scrolling through 100,000 songs asks once. Thread-safe.
 */
final class SongQueries {
  private static final int KEPT = 16;
  private static final int LONGEST = 1_000;

  /** A condition without a field looks at four texts, so 50 words; each costs at every song. */
  private static final int MOST_VALUES = 200;

  private static final Pattern SORT = Pattern.compile("[\\p{L}\\d_.,-]{1,100}");

  private final OpenLibrary library;
  private final Map<String, Found> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

  SongQueries(OpenLibrary library) {
    this.library = library;
  }

  /** Songs by number, in order. Immutable. */
  static final class Found {
    private final String version;
    private final long[] ids;

    private Found(String version, long[] ids) {
      this.version = version;
      this.ids = ids;
    }

    int count() {
      return ids.length;
    }

    /** Those of a page. */
    long[] page(int offset, int limit) {
      int from = Math.min(offset, ids.length);
      return Arrays.copyOfRange(ids, from, (int) Math.min((long) from + limit, ids.length));
    }
  }

  /**
   * The songs that a request asks for by {@code query} and {@code sort}.
   *
   * @throws ProblemException if the query cannot be understood
   */
  Found find(Context context) throws IOException {
    String query = parameter(context, "query");
    if (query.length() > LONGEST) {
      throw ProblemException.badRequest(
          "query: %d characters; at most %d".formatted(query.length(), LONGEST));
    }
    String sort = parameter(context, "sort");
    if (!sort.isEmpty() && !SORT.matcher(sort).matches()) {
      throw ProblemException.badRequest("sort must be names of fields, as in sort:-year,title");
    }
    return find(sort.isEmpty() ? query : query + " sort:" + sort);
  }

  private static String parameter(Context context, String name) {
    @Nullable String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  private Found find(String query) throws IOException {
    String version = library.version();
    synchronized (kept) {
      @Nullable Found found = kept.get(query);
      if (found != null && found.version.equals(version)) {
        return found;
      }
    }
    Found found =
        library.ask(
            database -> {
              try {
                SongSelection selection = Query.read(query, new SongReader(database).models());
                if (selection.values().size() > MOST_VALUES) {
                  throw ProblemException.badRequest(
                      "query: too many conditions; ask for less at once");
                }
                return new Found(version, SongNumbers.of(database, selection));
              } catch (QueryException e) {
                throw ProblemException.of(
                    400, "BAD_QUERY", "character %d: %s".formatted(e.place() + 1, e.getMessage()));
              }
            });
    synchronized (kept) {
      kept.put(query, found);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return found;
  }
}
