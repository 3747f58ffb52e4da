package io.auricle.web.library;

import io.auricle.web.health.FaultLog;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All that a server says of a library. */
public final class LibraryRoutes implements AutoCloseable {
  private final OpenLibrary library;
  private final SoundFiles sounds;
  private final SongHandlers songs;
  private final SongMaps maps;
  private final PlaylistFiles files;
  private final PlaylistHandlers playlists;
  private final CorrectionHandler corrections;
  private final ServedScan scan;
  private final ScanHandlers scans;

  /**
   * Makes them ready; the library is opened when it is first asked for.
   *
   * @param file of the library; nothing if the server shows none
   * @param models of the server, which may hear what is new
   * @param threads of a scan and of the layout of the map
   */
  public LibraryRoutes(Optional<Path> file, List<String> models, int threads, FaultLog faults) {
    this.library = new OpenLibrary(file);
    SongQueries queries = new SongQueries(library);
    JsonBody bodies = new JsonBody();
    this.sounds = new SoundFiles(library);
    this.songs = new SongHandlers(library, queries, sounds);
    this.maps = new SongMaps(library, faults, threads);
    this.files = new PlaylistFiles(library, faults);
    this.playlists = new PlaylistHandlers(library, queries, bodies);
    this.corrections = new CorrectionHandler(library, bodies, songs, files);
    this.scan = new ServedScan(library, models, threads, files, faults);
    this.scans = new ScanHandlers(library, scan);
  }

  /**
   * Adds them.
   *
   * @param base of their paths
   */
  public void add(RoutesConfig routes, String base) {
    read(routes, base, songs::summary);
    read(routes, base + "/songs", songs::songs);
    read(routes, base + "/ids", songs::ids);
    read(routes, base + "/songs/{song}", songs::song);
    read(routes, base + "/songs/{song}/similar", songs::similar);
    read(routes, base + "/songs/{song}/audio", sounds::serve);
    routes.post(base + "/songs/{song}/corrections", corrections::say);
    read(routes, base + "/map", maps::show);
    read(routes, base + "/playlist", playlists::ofQuery);
    routes.post(base + "/playlist", playlists::ofSongs);
    read(routes, base + "/scan", scans::show);
    routes.post(base + "/scan", scans::start);
    routes.delete(base + "/scan", scans::cancel);
  }

  private static void read(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** Ends streams, so that the server can end; asks may still come. */
  public void endStreams() {
    scans.close();
  }

  @Override
  public void close() {
    scans.close();
    scan.close();
    maps.close();
    files.close();
    library.close();
  }
}
