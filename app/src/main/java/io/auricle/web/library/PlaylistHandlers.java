package io.auricle.web.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.library.playlist.PlaylistText;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.web.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** {@code /api/v1/library/playlist}: songs as M3U8, with whole paths. */
final class PlaylistHandlers {
  private static final int MOST_SONGS = 200_000;
  private static final int MOST_BYTES = 4 << 20;

  private final OpenLibrary library;
  private final SongQueries queries;
  private final JsonBody bodies;

  PlaylistHandlers(OpenLibrary library, SongQueries queries, JsonBody bodies) {
    this.library = library;
    this.queries = queries;
    this.bodies = bodies;
  }

  /** {@code GET}: the songs of a query. */
  void ofQuery(Context context) throws IOException {
    SongQueries.Found found = queries.find(context);
    send(context, found.page(0, MOST_SONGS));
  }

  /** {@code POST}: the songs of these numbers. */
  void ofSongs(Context context) throws IOException {
    library.file();
    ObjectNode body = bodies.read(context, MOST_BYTES);
    JsonNode ids = body.path("ids");
    if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST_SONGS) {
      throw ProblemException.badRequest(
          "ids must be a list of numbers of songs, 1 to %d".formatted(MOST_SONGS));
    }
    long[] all = new long[ids.size()];
    for (int i = 0; i < all.length; i++) {
      if (!ids.get(i).isIntegralNumber() || !ids.get(i).canConvertToLong()) {
        throw ProblemException.badRequest("ids must be whole numbers");
      }
      all[i] = ids.get(i).asLong();
    }
    send(context, all);
  }

  private void send(Context context, long[] ids) throws IOException {
    List<Song> songs = library.ask(database -> new SongReader(database).ofIds(ids));
    context.header("Cache-Control", "no-store");
    context.header("Content-Disposition", "attachment; filename=\"auricle.m3u8\"");
    context.contentType("audio/x-mpegurl");
    context.result(PlaylistText.of(songs, null));
  }
}
