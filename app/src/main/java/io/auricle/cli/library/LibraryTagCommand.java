package io.auricle.cli.library;

import io.auricle.cli.option.WorkOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.ProgressBar;
import io.auricle.library.format.TagException;
import io.auricle.library.query.Query;
import io.auricle.library.query.QueryException;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import io.auricle.library.tag.LabelNames;
import io.auricle.library.tag.PreparedTags;
import io.auricle.library.tag.TagChange;
import io.auricle.library.tag.TagPolicy;
import io.auricle.library.tag.TagRules;
import io.auricle.library.tag.TagWish;
import io.auricle.library.tag.TagWriter;
import io.auricle.work.AnsweredWork;
import io.auricle.work.FileAnswers;
import io.auricle.work.NoAnswerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auricle library tag}: what was heard, written into files. */
@Command(
    name = "tag",
    description =
        "Show what would be written into the tags of files, and write it with --write. The sound"
            + " stays as it is, and library untag gives the old tags back.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A file that cannot be written costs one line on stderr and stays as it is. Exit code 0: all"
          + " done; 1: some files failed; 2: wrong usage.",
      "",
      "Try: auricle library tag genre:jazz",
      "     auricle library tag --policy append --map words.txt --write"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LibraryTagCommand implements Callable<Integer> {
  @Mixin private QueryWords query;

  @Option(names = "--write", description = "Write it; without, files are only read.")
  private boolean write;

  @Option(
      names = "--field",
      paramLabel = "FIELD",
      split = ",",
      description =
          "Which fields: ${COMPLETION-CANDIDATES} (default: all). Scores go to fields of their own,"
              + " AURICLE_GENRE and so on.")
  private Set<TagRules.Field> fields = EnumSet.allOf(TagRules.Field.class);

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      defaultValue = "empty",
      description =
          "Of a genre, mood, tempo or key that is there: empty (it stays; only where there is none one is"
              + " written), replace or append (default: ${DEFAULT-VALUE}).")
  private TagPolicy policy;

  @Option(
      names = "--min-score",
      paramLabel = "SCORE",
      defaultValue = "0",
      description = "Labels with at least this score, from 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double leastScore;

  @Option(
      names = "--unsure",
      description =
          "Also the best labels of which a model is not sure, and tempo and key of a certainty below"
              + " 50 %.")
  private boolean unsure;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description =
          "What labels are called: lines LABEL: WORDS such as hiphop: Hip-Hop/Rap, or"
              + " MODEL.LABEL: WORDS; without words a label is not written.")
  private @Nullable Path map;

  @Option(
      names = "--genre-model",
      paramLabel = "NAME",
      defaultValue = "genre",
      description = "The model whose labels are genres (default: ${DEFAULT-VALUE}).")
  private String genre;

  @Option(
      names = "--mood-model",
      paramLabel = "NAME",
      defaultValue = "mood",
      description = "The model whose labels are moods (default: ${DEFAULT-VALUE}).")
  private String mood;

  @Option(names = "--keep-times", description = "Files keep the time at which they were written.")
  private boolean keepTimes;

  @Option(
      names = "--break-links",
      description =
          "Also files with several names (hard links): this one becomes a file of its own.")
  private boolean breakLinks;

  @Mixin private LibraryOption library;

  @Mixin private WorkOptions work;

  @Spec private CommandSpec spec;

  private final FileAnswers answers = FileAnswers.within(FileAnswers.USUAL_MILLIS);

  private int changed;
  private int same;
  private int failed;

  /** What became of a file: changes, or why there are none. */
  private record Answer(
      TagWish wish,
      List<TagChange> changes,
      @Nullable PreparedTags prepared,
      @Nullable TagException fault) {
    static Answer of(TagWish wish, TagException fault) {
      return new Answer(wish, List.of(), null, fault);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    work.threads();
    if (!(leastScore >= 0 && leastScore <= 1)) {
      throw usage("--min-score=%s must be from 0 to 1".formatted(leastScore));
    }
    try (Database database = library.open()) {
      SongReader reader = new SongReader(database);
      TagRules rules = rules(reader.models());
      List<TagWish> wishes =
          TagWish.of(
              reader, reader.read(Query.read(query.text(), reader.models())), rules, answers);
      try (TagWriter writer = new TagWriter(database, rules, keepTimes, breakLinks, answers)) {
        return tag(writer, wishes);
      }
    } catch (QueryException e) {
      QueryWords.complain(spec.commandLine().getErr(), e);
      return ExitCode.USAGE;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private TagRules rules(List<KnownModel> known) throws IOException {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    known.forEach(model -> labels.put(model.name(), model.labels()));
    Map<String, String> models = Map.of("GENRE", genre, "MOOD", mood);
    models.forEach(
        (field, model) -> {
          boolean named = spec.commandLine().getParseResult().hasMatchedOption(option(field));
          if (named && !labels.containsKey(model)) {
            throw usage("%s=%s must be one of %s".formatted(option(field), model, labels.keySet()));
          }
        });
    LabelNames words = map == null ? LabelNames.NONE : words(map, labels);
    return new TagRules(fields, models, policy, leastScore, unsure, words);
  }

  private static String option(String field) {
    return "--" + field.toLowerCase(Locale.ROOT) + "-model";
  }

  private LabelNames words(Path file, Map<String, List<String>> labels) {
    try {
      return LabelNames.read(file, labels);
    } catch (IOException e) {
      throw usage("--map: " + e.getMessage());
    }
  }

  private int tag(TagWriter writer, List<TagWish> wishes) throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter notes = work.notes(err);
    try (ProgressBar progress = new ProgressBar(notes, "files", write ? wishes.size() : 0)) {
      if (!wishes.isEmpty()) {
        new AnsweredWork<TagWish>(
                answers,
                TagWish::path,
                (wish, silent) -> take(writer, Answer.of(wish, TagLines.silent()), progress))
            .run(
                wishes,
                Math.min(work.threads(), wishes.size()),
                wish -> {
                  Answer answer = answer(writer, wish);
                  progress.step();
                  return answer;
                },
                answer -> take(writer, answer, progress));
      }
    }
    notes.println(
        "auricle: %d files %s, %d stay as they are, %d failed%s"
            .formatted(
                changed,
                write ? "written" : "would be written",
                same,
                failed,
                write || changed == 0 ? "" : "; --write writes them"));
    return failed > 0 ? ExitCode.FAILED : ExitCode.DONE;
  }

  private Answer answer(TagWriter writer, TagWish wish) {
    try {
      if (!write) {
        return new Answer(wish, writer.plan(wish), null, null);
      }
      PreparedTags prepared = writer.prepare(wish);
      return new Answer(wish, prepared.changes(), prepared, null);
    } catch (TagException e) {
      return Answer.of(wish, e);
    }
  }

  /** Puts a file in its place; what a drive that is gone does later, an undo finds out. */
  private Optional<TagException> commit(TagWriter writer, TagWish wish, PreparedTags prepared) {
    try {
      return answers.of(
          wish.path(),
          () -> {
            try {
              writer.commit(prepared);
              return Optional.empty();
            } catch (TagException e) {
              return Optional.of(e);
            }
          });
    } catch (NoAnswerException e) {
      return Optional.of(TagLines.silent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(TagWriter writer, Answer answer, ProgressBar progress) {
    @Nullable TagException fault = answer.fault();
    String name = Messages.oneLine(answer.wish().name());
    if (fault == null && answer.prepared() != null) {
      fault = commit(writer, answer.wish(), answer.prepared()).orElse(null);
    }
    if (fault != null) {
      failed++;
      progress.clear();
      spec.commandLine().getErr().println(TagLines.fault(name, fault));
    } else if (answer.changes().isEmpty()) {
      same++;
    } else {
      changed++;
      progress.clear();
      PrintWriter out = spec.commandLine().getOut();
      answer.changes().forEach(change -> out.println(TagLines.change(name, change)));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
