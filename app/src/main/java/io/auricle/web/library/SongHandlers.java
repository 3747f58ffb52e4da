package io.auricle.web.library;

import com.fasterxml.jackson.core.JsonGenerator;
import io.auricle.file.FileName;
import io.auricle.library.playlist.Playlists;
import io.auricle.library.playlist.SavedPlaylist;
import io.auricle.library.scan.LibraryScan;
import io.auricle.library.similar.KnownPoints;
import io.auricle.library.similar.NearSong;
import io.auricle.library.similar.SongSpace;
import io.auricle.library.song.Corrections;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.LibraryCounts;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import io.auricle.song.SongFields;
import io.auricle.web.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/library} and its songs, to be read. */
final class SongHandlers {
  private static final int PAGE = 100;
  private static final int LONGEST_PAGE = 500;
  private static final int NEIGHBOURS = 12;
  private static final int MOST_NEIGHBOURS = 200;
  private static final int LAST = 999_999_999;

  /** Tags may hold megabytes. */
  private static final int LONGEST_TAG = 2_000;

  private final OpenLibrary library;
  private final SongQueries queries;
  private final SoundFiles sounds;
  private final KnownPoints points = new KnownPoints();

  /** While a library changes all the time, counting it may take this part of the time. */
  private static final int RARELY = 4;

  private volatile Counted counted = new Counted("", "", 0);

  /**
   * The last summary.
   *
   * @param until when it is good enough, whatever changed
   */
  private record Counted(String version, String json, long until) {}

  SongHandlers(OpenLibrary library, SongQueries queries, SoundFiles sounds) {
    this.library = library;
    this.queries = queries;
    this.sounds = sounds;
  }

  /** {@code GET /api/v1/library}: the library in figures. */
  void summary(Context context) throws IOException {
    String version = library.version();
    Counted last = counted;
    if (!last.version().equals(version)
        && (last.version().isEmpty() || System.nanoTime() - last.until() > 0)) {
      long start = System.nanoTime();
      String json = library.ask(database -> summary(database, version));
      long end = System.nanoTime();
      last = new Counted(version, json, end + RARELY * (end - start));
      counted = last;
    }
    json(context, last.json());
  }

  private static String summary(Database database, String version) throws IOException {
    LibraryCounts counts = LibraryCounts.of(database);
    List<KnownModel> models = new SongReader(database).models();
    List<SavedPlaylist> playlists = new Playlists(database).all();
    List<Path> folders = LibraryScan.folders(database);
    return SongObject.of(
        json -> {
          json.writeStringField("version", version);
          json.writeNumberField("songs", counts.heard());
          json.writeNumberField("removed", counts.removed());
          json.writeNumberField("seconds", Math.round(counts.seconds()));
          json.writeObjectFieldStart("faults");
          for (Map.Entry<String, Long> fault : counts.faults().entrySet()) {
            json.writeNumberField(fault.getKey(), fault.getValue());
          }
          json.writeEndObject();
          json.writeArrayFieldStart("models");
          for (KnownModel model : models) {
            model(json, model, counts.labels().getOrDefault(model.name(), Map.of()));
          }
          json.writeEndArray();
          json.writeArrayFieldStart("folders");
          for (Path folder : folders) {
            json.writeString(FileName.text(folder));
          }
          json.writeEndArray();
          json.writeArrayFieldStart("playlists");
          for (SavedPlaylist list : playlists) {
            json.writeStartObject();
            json.writeStringField("name", list.name());
            json.writeStringField("query", list.query());
            json.writeBooleanField("like", list.near() != null);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void model(JsonGenerator json, KnownModel model, Map<String, Long> counts)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", model.name());
    json.writeBooleanField("tags", model.tags());
    json.writeArrayFieldStart("labels");
    for (String label : model.labels()) {
      json.writeStartObject();
      json.writeStringField("label", label);
      json.writeNumberField("songs", counts.getOrDefault(label, 0L));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("unsure", counts.getOrDefault("", 0L));
    json.writeEndObject();
  }

  /** {@code GET /api/v1/library/songs}: a page of the songs of a query, or those of numbers. */
  void songs(Context context) throws IOException {
    @Nullable String ids = context.queryParam("ids");
    int offset = Asked.number(context, "offset", 0, 0, LAST);
    int limit = Asked.number(context, "limit", PAGE, 0, LONGEST_PAGE);
    int total;
    long[] page;
    if (ids == null) {
      SongQueries.Found found = queries.find(context);
      total = found.count();
      page = found.page(offset, limit);
    } else {
      page = numbers(ids);
      total = page.length;
    }
    List<Song> songs = library.ask(database -> new SongReader(database).ofIds(page));
    json(
        context,
        SongObject.of(
            json -> {
              json.writeNumberField("total", total);
              json.writeNumberField("offset", ids == null ? offset : 0);
              json.writeArrayFieldStart("songs");
              for (Song song : songs) {
                json.writeStartObject();
                SongObject.fields(json, song);
                json.writeEndObject();
              }
              json.writeEndArray();
            }));
  }

  private static long[] numbers(String ids) {
    if (!ids.matches("[0-9]{1,18}(,[0-9]{1,18}){0," + (LONGEST_PAGE - 1) + "}")) {
      throw ProblemException.badRequest(
          "ids must be numbers with commas between them, at most " + LONGEST_PAGE);
    }
    return Stream.of(ids.split(",", -1)).mapToLong(Long::parseLong).toArray();
  }

  /** {@code GET /api/v1/library/ids}: the numbers of all songs of a query, in order. */
  void ids(Context context) throws IOException {
    SongQueries.Found found = queries.find(context);
    json(
        context,
        SongObject.of(
            json -> {
              json.writeNumberField("total", found.count());
              json.writeFieldName("ids");
              long[] all = found.page(0, found.count());
              json.writeArray(all, 0, all.length);
            }));
  }

  /** {@code GET /api/v1/library/songs/{song}}: all that is known of a song. */
  void song(Context context) throws IOException {
    json(context, library.ask(database -> whole(database, Asked.song(context, database))));
  }

  /** All that is known of a song, as text. */
  String whole(Database database, Song song) throws IOException {
    SongReader reader = new SongReader(database);
    Map<String, Map<String, Double>> scores = reader.scores(song);
    Map<String, List<String>> given = reader.given(song);
    Map<String, String> tags = reader.tags(song);
    List<Corrections.Correction> corrections = new Corrections(database).of(song);
    boolean audible = sounds.find(database, song).isPresent();
    return SongObject.of(
        json -> {
          SongObject.fields(json, song);
          json.writeNumberField("bytes", song.bytes());
          json.writeStringField("modified", Instant.ofEpochMilli(song.modifiedMillis()).toString());
          if (song.soundHash() != null) {
            json.writeStringField("sound", song.soundHash());
          }
          json.writeBooleanField("audible", audible);
          json.writeObjectFieldStart("tags");
          for (Map.Entry<String, String> tag : tags.entrySet()) {
            String value = tag.getValue();
            json.writeStringField(
                tag.getKey(), value.substring(0, Math.min(LONGEST_TAG, value.length())));
          }
          json.writeEndObject();
          SongFields.scores(json, scores);
          json.writeObjectFieldStart("given");
          for (Map.Entry<String, List<String>> labels : given.entrySet()) {
            texts(json, labels.getKey(), labels.getValue());
          }
          json.writeEndObject();
          json.writeObjectFieldStart("corrections");
          for (Corrections.Correction one : corrections) {
            texts(json, one.field(), one.labels());
          }
          json.writeEndObject();
        });
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** {@code GET /api/v1/library/songs/{song}/similar}: what sounds most like it, and why. */
  void similar(Context context) throws IOException {
    int count = Asked.number(context, "count", NEIGHBOURS, 1, MOST_NEIGHBOURS);
    json(context, library.ask(database -> similar(database, Asked.song(context, database), count)));
  }

  private String similar(Database database, Song song, int count) throws IOException {
    Optional<SongSpace> space = SongSpace.of(database, song);
    List<NearSong> near = space.isEmpty() ? List.of() : points.nearest(space.get(), song, count);
    SongReader reader = new SongReader(database);
    List<Song> songs = reader.ofIds(near.stream().mapToLong(NearSong::id).toArray());
    Map<Long, Double> cosines =
        near.stream().collect(Collectors.toMap(NearSong::id, NearSong::cosine));
    Map<String, Map<String, Double>> scores = reader.scores(song);
    return SongObject.of(
        json -> {
          json.writeStringField(
              "by", space.isPresent() && space.get().isOfScores() ? "scores" : "embedding");
          json.writeArrayFieldStart("songs");
          for (Song one : songs) {
            json.writeStartObject();
            json.writeFieldName("song");
            json.writeStartObject();
            SongObject.fields(json, one);
            json.writeEndObject();
            SongObject.number(json, "similarity", cosines.getOrDefault(one.id(), 0.0));
            Likeness.of(song, scores, one, reader.scores(one)).write(json);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  static void json(Context context, String json) {
    context.header("Cache-Control", "no-store");
    context.contentType("application/json");
    context.result(json);
  }
}
