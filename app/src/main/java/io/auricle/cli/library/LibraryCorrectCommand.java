package io.auricle.cli.library;

import io.auricle.cli.option.VerboseOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.TextTable;
import io.auricle.library.song.Corrections;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle library correct}: what the user says of songs. */
@Command(
    name = "correct",
    description =
        "Say what a song is. That holds in place of what was heard: in lists, queries and"
            + " playlists, for copies of the file, and after new scans.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Try: auricle library correct song.mp3 genre=jazz mood=calm",
      "     auricle library correct song.mp3 dance=salsa --new",
      "     auricle library correct song.mp3 genre= (takes it back)",
      "     auricle library correct --list"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LibraryCorrectCommand implements Callable<Integer> {
  private static final Pattern FIELD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d_-]{0,59}");
  private static final int LONGEST = 100;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A file of the library.")
  private @Nullable Path file;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FIELD=LABEL",
      description =
          "A model's name and one of its labels, of a model of tags several with commas between"
              + " them; nothing behind = takes it back.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--new",
      description = "Fields and labels may be words of your own, which no model has.")
  private boolean own;

  @Option(names = "--remove", description = "Take back all that was said of the file.")
  private boolean remove;

  @Option(names = "--list", description = "List what was said: of the file, or of all.")
  private boolean list;

  @Mixin private LibraryOption library;

  @Mixin private VerboseOption verbose;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!words.isEmpty() && (remove || list)) {
      throw usage(
          "%s and %s do not go together; FIELD= takes one back"
              .formatted(words.get(0), remove ? "--remove" : "--list"));
    }
    if (remove && list) {
      throw usage("--remove and --list do not go together");
    }
    if (file == null && !list) {
      throw usage("Missing required parameter: 'FILE'");
    }
    if (words.isEmpty() && !remove && !list) {
      throw usage("Missing required parameter: 'FIELD=LABEL', such as genre=jazz");
    }
    try (Database database = library.open()) {
      SongReader reader = new SongReader(database);
      Corrections corrections = new Corrections(database);
      if (file == null) {
        print(corrections.all());
        return ExitCode.DONE;
      }
      Optional<Song> song = SongArgument.find(reader, file, spec.commandLine().getErr());
      if (song.isEmpty()) {
        return ExitCode.FAILED;
      }
      if (list) {
        print(corrections.of(song.get()));
        return ExitCode.DONE;
      }
      if (remove) {
        removeAll(corrections, song.get());
      } else {
        say(corrections, song.get(), said(reader.models()));
      }
      KeptPlaylists.write(database, verbose.notes(spec.commandLine().getErr()));
      return ExitCode.DONE;
    }
  }

  private void print(List<Corrections.Correction> corrections) {
    List<List<String>> rows = new ArrayList<>();
    for (Corrections.Correction one : corrections) {
      rows.add(
          List.of(
              Messages.oneLine(one.field() + "=" + String.join(",", one.labels())),
              Messages.oneLine(one.path())));
    }
    TextTable.print(rows, spec.commandLine().getOut());
  }

  private static void removeAll(Corrections corrections, Song song) throws LibraryException {
    for (Corrections.Correction one : corrections.of(song)) {
      corrections.remove(song, one.field());
    }
  }

  private static void say(Corrections corrections, Song song, Map<String, List<String>> said)
      throws LibraryException {
    for (Map.Entry<String, List<String>> one : said.entrySet()) {
      if (one.getValue().isEmpty()) {
        corrections.remove(song, one.getKey());
      } else {
        corrections.set(song, one.getKey(), one.getValue());
      }
    }
  }

  /** What the words say, by fields; all of it is right or nothing is done. */
  private Map<String, List<String>> said(List<KnownModel> models) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (String word : words) {
      int equal = word.indexOf('=');
      if (equal < 1) {
        throw usage("%s must be FIELD=LABEL, such as genre=jazz".formatted(word));
      }
      KnownModel model = model(models, word.substring(0, equal));
      String value = word.substring(equal + 1).strip();
      List<String> labels = value.isEmpty() ? List.of() : labels(model, value);
      if (said.put(model.name(), labels) != null) {
        throw usage("%s names a field twice".formatted(word));
      }
    }
    return said;
  }

  private KnownModel model(List<KnownModel> models, String name) {
    return models.stream()
        .filter(model -> model.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseGet(
            () -> {
              if (!own) {
                throw usage(
                    "field=%s must be one of %s; --new takes a field of your own"
                        .formatted(name, models.stream().map(KnownModel::name).toList()));
              }
              if (!FIELD.matcher(name).matches()) {
                throw usage(
                    "field=%s must be of letters, digits, - and _, at most 60".formatted(name));
              }
              return new KnownModel(0, name.toLowerCase(Locale.ROOT), false, List.of());
            });
  }

  private List<String> labels(KnownModel model, String value) {
    List<String> labels = new ArrayList<>();
    for (String word : model.tags() ? value.split(",", -1) : new String[] {value}) {
      labels.add(model.label(word).orElseGet(() -> ownLabel(model, word.strip())));
    }
    return labels.stream().distinct().toList();
  }

  private String ownLabel(KnownModel model, String word) {
    if (!own) {
      throw usage(
          "%s=%s must be one of %s; --new takes a word of your own"
              .formatted(model.name(), word, model.labels()));
    }
    boolean plain =
        word.codePoints().anyMatch(Character::isLetterOrDigit)
            && word.codePoints().noneMatch(Character::isISOControl);
    if (!plain || word.length() > LONGEST) {
      throw usage(
          "%s=%s must have letters or digits, no line breaks, and at most %d characters"
              .formatted(model.name(), Messages.oneLine(word), LONGEST));
    }
    return word;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
