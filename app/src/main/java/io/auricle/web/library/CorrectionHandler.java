package io.auricle.web.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.library.song.Corrections;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import io.auricle.web.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code POST /api/v1/library/songs/{song}/corrections}: what the user says of a song, by the rules
 * of {@code auricle library correct}.
 */
final class CorrectionHandler {
  private static final int MOST_BYTES = 1 << 14;
  private static final int MOST_LABELS = 50;
  private static final int LONGEST = 100;
  private static final Pattern FIELD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d_-]{0,59}");

  private final OpenLibrary library;
  private final JsonBody bodies;
  private final SongHandlers songs;
  private final PlaylistFiles playlists;

  CorrectionHandler(
      OpenLibrary library, JsonBody bodies, SongHandlers songs, PlaylistFiles playlists) {
    this.library = library;
    this.bodies = bodies;
    this.songs = songs;
    this.playlists = playlists;
  }

  /** Keeps or takes back what was said; answers with the song as it is now. */
  void say(Context context) throws IOException {
    library.file();
    ObjectNode body = bodies.read(context, MOST_BYTES);
    String answer =
        library.ask(
            database -> {
              Song song = Asked.song(context, database);
              say(database, song, body);
              return songs.whole(database, Asked.song(context, database));
            });
    playlists.writeSoon();
    SongHandlers.json(context, answer);
  }

  private static void say(Database database, Song song, ObjectNode body) throws IOException {
    boolean own = body.path("own").asBoolean(false);
    KnownModel model = model(new SongReader(database).models(), JsonBody.text(body, "field"), own);
    JsonNode said = body.path("labels");
    if (!said.isArray() || said.size() > (model.tags() ? MOST_LABELS : 1)) {
      throw ProblemException.badRequest(
          "labels must be a list of at most %d".formatted(model.tags() ? MOST_LABELS : 1));
    }
    List<String> labels = new ArrayList<>();
    for (JsonNode label : said) {
      if (!label.isTextual()) {
        throw ProblemException.badRequest("labels must be texts");
      }
      labels.add(label(model, label.asText(), own));
    }
    Corrections corrections = new Corrections(database);
    if (labels.isEmpty()) {
      corrections.remove(song, model.name());
    } else {
      corrections.set(song, model.name(), labels.stream().distinct().toList());
    }
  }

  private static KnownModel model(List<KnownModel> models, String name, boolean own) {
    return models.stream()
        .filter(model -> model.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseGet(
            () -> {
              if (!own) {
                throw ProblemException.badRequest(
                    "field must be one of %s; own:true takes a field of your own"
                        .formatted(models.stream().map(KnownModel::name).toList()));
              }
              if (!FIELD.matcher(name).matches()) {
                throw ProblemException.badRequest(
                    "field must be of letters, digits, - and _, at most 60");
              }
              return new KnownModel(0, name.toLowerCase(Locale.ROOT), false, List.of());
            });
  }

  private static String label(KnownModel model, String word, boolean own) {
    return model
        .label(word)
        .orElseGet(
            () -> {
              String plain = word.strip();
              if (!own) {
                throw ProblemException.badRequest(
                    "labels must be among %s; own:true takes a word of your own"
                        .formatted(model.labels()));
              }
              if (plain.length() > LONGEST
                  || plain.codePoints().noneMatch(Character::isLetterOrDigit)
                  || plain.codePoints().anyMatch(Character::isISOControl)) {
                throw ProblemException.badRequest(
                    "labels must have letters or digits, no line breaks, and at most %d characters"
                        .formatted(LONGEST));
              }
              return plain;
            });
  }
}
