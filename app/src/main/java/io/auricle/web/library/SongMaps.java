package io.auricle.web.library;

import io.auricle.library.similar.SongPoints;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongVerdicts;
import io.auricle.library.song.Verdict;
import io.auricle.library.store.Database;
import io.auricle.web.health.FaultLog;
import io.auricle.web.http.ProblemException;
import io.auricle.web.map.MapFile;
import io.auricle.web.map.MapLayout;
import io.auricle.web.map.SongMap;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/library/map}: the songs in a plane. A map is made in the background when it is
 * first asked for, kept beside the library, and brought up to date when songs came or went; until
 * then the last one is shown. Thread-safe.
 */
final class SongMaps implements AutoCloseable {
  /** While a scan goes on, songs come all the time. */
  private static final long PAUSE_NANOS = 30_000_000_000L;

  private final OpenLibrary library;
  private final FaultLog faults;
  private final int threads;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "auricle-map");
            thread.setDaemon(true);
            return thread;
          });
  private volatile double progress;
  private boolean working;
  private long ended;
  private @Nullable Made made;
  private @Nullable String fault;
  private @Nullable Written written;

  /**
   * A map.
   *
   * @param state of the library when it was made
   */
  private record Made(SongMap map, String state, Path file) {}

  /** The answer, as long as nothing changes. */
  private record Written(String version, SongMap map, boolean stale, String json) {}

  SongMaps(OpenLibrary library, FaultLog faults, int threads) {
    this.library = library;
    this.faults = faults;
    this.threads = threads;
  }

  /** Answers with the map, or how far it is. */
  void show(Context context) throws IOException {
    String version = library.version();
    Path file = library.file();
    String state = library.ask(SongPoints::state);
    Optional<Made> map = map(file, state);
    if (map.isEmpty()) {
      context.status(202);
      SongHandlers.json(
          context, SongObject.of(json -> SongObject.number(json, "progress", progress)));
      return;
    }
    boolean stale = !map.get().state().equals(state);
    SongHandlers.json(context, json(version, map.get().map(), stale));
  }

  /** The last map; has a new one made if need be. */
  private synchronized Optional<Made> map(Path file, String state) {
    @Nullable Made last = made;
    if (last != null && !last.file().equals(file)) {
      last = null;
    }
    boolean fresh = last != null && last.state().equals(state);
    if (fault != null && !working) {
      String said = fault;
      fault = null;
      throw ProblemException.notReady("the map could not be made: " + said);
    }
    boolean rested = last == null || System.nanoTime() - ended > PAUSE_NANOS;
    if (!fresh && !working && rested) {
      working = true;
      progress = 0;
      @Nullable SongMap before = last == null ? null : last.map();
      try {
        worker.execute(() -> make(file, before));
      } catch (RejectedExecutionException e) {
        throw ProblemException.busy("the server is shut down");
      }
    }
    return Optional.ofNullable(last);
  }

  private void make(Path file, @Nullable SongMap last) {
    @Nullable Made now = null;
    @Nullable String wrong = null;
    try (Database database = Database.existing(file)) {
      SongMap before =
          last == null ? MapFile.read(MapFile.beside(file)).orElse(SongMap.empty()) : last;
      String state = SongPoints.state(database);
      Optional<SongPoints> points = SongPoints.of(database);
      SongMap map =
          points.isEmpty()
              ? SongMap.empty()
              : MapLayout.of(points.get()::each, before, threads, share -> progress = share);
      now = new Made(map, state, file);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      wrong = String.valueOf(e.getMessage());
      faults.write("the map of the library cannot be made:", e);
    }
    synchronized (this) {
      working = false;
      ended = System.nanoTime();
      fault = wrong;
      made = now == null ? made : now;
    }
    if (now != null) {
      try {
        MapFile.write(MapFile.beside(file), now.map());
      } catch (IOException e) {
        faults.tell("the map cannot be kept beside the library: " + e.getMessage());
      }
    }
  }

  private String json(String version, SongMap map, boolean stale) throws IOException {
    synchronized (this) {
      if (written != null
          && written.version().equals(version)
          && written.map() == map
          && written.stale() == stale) {
        return written.json();
      }
    }
    String json = library.ask(database -> json(database, map, stale));
    synchronized (this) {
      written = new Written(version, map, stale, json);
    }
    return json;
  }

  /** Column by column, which is a third of the size of an object for each song. */
  private static String json(Database database, SongMap map, boolean stale) throws IOException {
    return SongObject.of(
        json -> {
          json.writeNumberField("songs", map.size());
          json.writeNumberField("side", SongMap.SIDE);
          json.writeBooleanField("stale", stale);
          json.writeArrayFieldStart("ids");
          for (int i = 0; i < map.size(); i++) {
            json.writeNumber(map.id(i));
          }
          json.writeEndArray();
          json.writeArrayFieldStart("x");
          for (int i = 0; i < map.size(); i++) {
            json.writeNumber(map.x(i));
          }
          json.writeEndArray();
          json.writeArrayFieldStart("y");
          for (int i = 0; i < map.size(); i++) {
            json.writeNumber(map.y(i));
          }
          json.writeEndArray();
          json.writeArrayFieldStart("models");
          for (KnownModel model : new SongReader(database).models()) {
            if (!model.tags()) {
              Map<Long, Verdict> verdicts = SongVerdicts.of(database, model);
              byte[] sure = new byte[map.size()];
              json.writeStartObject();
              json.writeStringField("name", model.name());
              json.writeArrayFieldStart("labels");
              for (String label : model.labels()) {
                json.writeString(label);
              }
              json.writeEndArray();
              json.writeArrayFieldStart("values");
              for (int i = 0; i < map.size(); i++) {
                @Nullable Verdict said = verdicts.get(map.id(i));
                json.writeNumber(said == null ? -1 : model.labels().indexOf(said.label()));
                sure[i] = (byte) (said != null && said.sure() ? '1' : '0');
              }
              json.writeEndArray();
              json.writeStringField("sure", new String(sure, StandardCharsets.US_ASCII));
              json.writeEndObject();
            }
          }
          json.writeEndArray();
        });
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
