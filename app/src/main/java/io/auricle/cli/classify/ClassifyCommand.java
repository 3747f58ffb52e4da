package io.auricle.cli.classify;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.classify.Classification;
import io.auricle.classify.Hearing;
import io.auricle.classify.ModelView;
import io.auricle.cli.files.GivenFiles;
import io.auricle.cli.files.Sound;
import io.auricle.cli.files.SoundArguments;
import io.auricle.cli.files.Sounds;
import io.auricle.cli.option.WorkOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.ProgressBar;
import io.auricle.cli.output.UnfinishedHint;
import io.auricle.journal.FileState;
import io.auricle.predict.JointClassifier;
import io.auricle.work.OrderedWork;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code auricle classify}: the labels of any number of files. */
@Command(
    name = "classify",
    description = "Name the genres, moods or tags of audio files.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Results are in the order given and go to stdout, errors to stderr; with --format jsonl or"
          + " csv both go to stdout. Exit code 0: all classified; 1: some failed; 2: wrong usage.",
      "",
      "Try: auricle classify --model genre --model mood -o music.csv --resume MUSIC",
      "     find MUSIC -name '*.mp3' -print0 | auricle classify --files-from -"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ClassifyCommand implements Callable<Integer> {
  @Mixin private SoundArguments arguments;

  @Mixin private ModelOptions models;

  @Mixin private ClassificationOutput output;

  @Mixin private WorkOptions work;

  @Spec private CommandSpec spec;

  /** What came of a file: of each model something. */
  private record Result(FileState state, List<Classification> said) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    models.check();
    output.check();
    work.threads();
    try (Sounds given = arguments.open(DecodeLimits.DEFAULT.fileBytes());
        ModelOptions.Loaded loaded = models.load()) {
      List<Sound> sounds = output.isFile() ? given.distinct() : given.all();
      List<String> names = sounds.stream().map(Sound::name).toList();
      try (ClassificationRows rows = output.open(loaded.views(), loaded::description, names)) {
        int failed = classify(sounds, loaded, rows);
        rows.finish(names);
        return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Classifies what is not done yet, and counts all that failed, then or now. */
  @SuppressWarnings("try") // the hint is only held
  private int classify(List<Sound> sounds, ModelOptions.Loaded loaded, ClassificationRows rows)
      throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter notes = work.notes(err);
    int[] failed = {0};
    List<Sound> rest = new ArrayList<>();
    for (Sound sound : sounds) {
      FileState state = FileState.of(sound.name(), sound.path());
      if (rows.isDone(state)) {
        failed[0] += rows.hasFailed(state) ? 1 : 0;
      } else {
        rest.add(sound);
      }
    }
    if (rest.size() < sounds.size()) {
      notes.println(
          "auricle: %d of %d files are done already"
              .formatted(sounds.size() - rest.size(), sounds.size()));
    }
    if (rest.isEmpty()) {
      return failed[0];
    }
    JointClassifier together = loaded.together();
    List<ModelView> views = loaded.views();
    try (ProgressBar progress = new ProgressBar(notes, "files", rest.size());
        UnfinishedHint hint = new UnfinishedHint(notes, output.isFile())) {
      OrderedWork.run(
          rest,
          Math.min(work.threads(), rest.size()),
          sound -> {
            Result result = classify(together, views, sound);
            progress.step();
            return result;
          },
          result -> {
            progress.clear();
            report(result.said(), rows.writesErrors(), err, notes);
            write(result, rows);
            failed[0] += result.said().stream().anyMatch(said -> said.error() != null) ? 1 : 0;
          });
    }
    return failed[0];
  }

  private Result classify(JointClassifier together, List<ModelView> views, Sound sound) {
    FileState state = FileState.of(sound.name(), sound.path());
    try {
      GivenFiles.requireFile(sound.path());
    } catch (DecodeException e) {
      return new Result(state, Hearing.failed(together, sound.name(), e));
    }
    List<Classification> said = new ArrayList<>();
    for (Classification one : Hearing.of(together, sound.name(), sound.path())) {
      ModelView view = views.get(said.size());
      said.add(
          one.prediction() == null
              ? one
              : Classification.of(one.path(), models.judged(view, one.prediction())));
    }
    return new Result(state, said);
  }

  private static void write(Result result, ClassificationRows rows) {
    try {
      rows.write(result.state(), result.said());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says what is to be said of a file once, however many models there are. */
  private static void report(
      List<Classification> said, boolean errorsAreRows, PrintWriter err, PrintWriter notes) {
    Set<String> warnings = new LinkedHashSet<>();
    Set<String> errors = new LinkedHashSet<>();
    for (Classification one : said) {
      if (one.prediction() != null) {
        for (String text : one.prediction().warnings()) {
          warnings.add(Messages.warning(one.path() + ": " + text));
        }
      }
      if (one.error() != null && !errorsAreRows) {
        errors.add(Messages.of(one.path(), one.error()));
      }
    }
    warnings.forEach(notes::println);
    errors.forEach(err::println);
  }
}
