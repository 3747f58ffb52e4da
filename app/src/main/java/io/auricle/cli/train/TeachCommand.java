package io.auricle.cli.train;

import io.auricle.bundle.About;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.Bundles;
import io.auricle.bundle.UserModels;
import io.auricle.cli.library.LibraryOption;
import io.auricle.cli.library.QueryWords;
import io.auricle.cli.option.WorkOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.ProgressBar;
import io.auricle.library.query.QueryException;
import io.auricle.library.store.Database;
import io.auricle.teach.Taught;
import io.auricle.teach.TaughtNetwork;
import io.auricle.teach.TaughtTrack;
import io.auricle.teach.TeachOptions;
import io.auricle.teach.Teaching;
import io.auricle.teach.TeachingException;
import io.auricle.work.OrderedWork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle teach}: a model of the user's own labels. */
@Command(
    name = "teach",
    description = "Make a model of your own labels from a few tracks of each.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Labels are folders, or tags or corrections of a library; ten tracks of each are enough.",
      "It says how often it is right, measured on artists that it had not learned from. Ask it"
          + " about music of these labels: much other music gets one, too. Exit code 0: done; 1: some files failed, or"
          + " nothing could be learned; 2: wrong usage.",
      "",
      "Try: auricle teach MUSIC/by-dance -o dances",
      "     auricle teach --from tags genre=Salsa,Tango,Waltz -o dances",
      "     auricle classify --model dances FILE"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class TeachCommand implements Callable<Integer> {
  private List<String> words = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "NAME|DIR",
      required = true,
      description =
          "What the model is called, to be used by its name; or a folder to write it to, with a /.")
  private String output;

  @Option(
      names = "--from",
      paramLabel = "FROM",
      description =
          "Take labels from a library: ${COMPLETION-CANDIDATES}. Songs that have several are left"
              + " out.")
  private LibraryLabels.@Nullable From from;

  @Option(
      names = "--field",
      paramLabel = "FIELD",
      defaultValue = "genre",
      description = "With --from: which tag, or which field of corrections (${DEFAULT-VALUE}).")
  private String field;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      split = ",",
      description =
          "Only these labels (default: all with at least " + TeachOptions.FEWEST + " tracks).")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "100",
      description = "Hear at most so many tracks a label, drawn from all (${DEFAULT-VALUE}).")
  private int most;

  @Option(
      names = "--certainty",
      paramLabel = "SHARE",
      defaultValue = "0.75",
      description = "Share of the sure answers that should be right (${DEFAULT-VALUE}).")
  private double certainty;

  @Option(names = "--replace", description = "Replace a model of this name.")
  private boolean replace;

  @Mixin private LibraryOption library;

  @Mixin private WorkOptions work;

  private CommandSpec spec;

  @Spec
  void takeMinus(CommandSpec own) {
    spec = own;
    spec.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER|QUERY",
      description =
          "A folder with a folder for each label; with --from a query of songs, as of library"
              + " list.")
  void words(List<String> given) {
    words = given;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    work.threads();
    TeachOptions usual = TeachOptions.USUAL;
    if (!(certainty > 0 && certainty <= 1)) {
      throw usage("--certainty=%s must be in (0, 1]".formatted(certainty));
    }
    if (most < TeachOptions.FEWEST) {
      throw usage("--most=%d must be at least %d".formatted(most, TeachOptions.FEWEST));
    }
    Path folder = folder();
    try {
      List<LabelledFile> files = chosen(files());
      try (TaughtNetwork network = TaughtNetwork.open(Bundles.DEFAULT_NAME)) {
        List<HeardFile> heard = hear(network, files);
        PrintWriter notes = work.notes(spec.commandLine().getErr());
        List<TaughtTrack> tracks =
            HeardFile.tracks(heard, warning -> notes.println(Messages.warning(warning)));
        TeachOptions options =
            new TeachOptions(certainty, usual.familiar(), usual.cost(), usual.seed());
        Taught taught =
            new Teaching(network, options)
                .teach(
                    String.valueOf(folder.getFileName()),
                    from == null ? "folders" : "the library's " + field + " (" + from + ")",
                    tracks,
                    text -> {});
        BundleWriter.write(folder, taught.card(), taught.model());
        TaughtView.print(taught, tracks, spec.commandLine().getOut());
        notes.println("auricle: " + Messages.oneLine("wrote " + folder));
        notes.println(
            "auricle: " + Messages.oneLine("try it: auricle classify --model " + output + " FILE"));
        return heard.stream().anyMatch(one -> one.fault() != null)
            ? ExitCode.FAILED
            : ExitCode.DONE;
      }
    } catch (TeachingException e) {
      spec.commandLine()
          .getErr()
          .println("auricle: " + Messages.oneLine(String.valueOf(e.getMessage())));
      return ExitCode.FAILED;
    } catch (QueryException e) {
      QueryWords.complain(spec.commandLine().getErr(), e);
      return ExitCode.USAGE;
    }
  }

  /** Where the model goes. */
  private Path folder() throws IOException {
    if (!About.isName(output)) {
      Path named = Path.of(output).toAbsolutePath().normalize();
      String name = String.valueOf(named.getFileName());
      if (!output.contains("/") && !output.contains("\\")) {
        throw usage(
            "--output=%s must be lower-case letters, digits and hyphens, or a folder with a /"
                .formatted(output));
      }
      if (!About.isName(name)) {
        throw usage(
            "--output=%s must end in lower-case letters, digits and hyphens".formatted(output));
      }
      return free(named);
    }
    if (Bundles.bundled().contains(output)) {
      throw usage("--output=%s is a bundled model's name; give another".formatted(output));
    }
    return free(
        UserModels.folder()
            .orElseThrow(
                () ->
                    new IOException(
                        "there is no place for models of yours: set AURICLE_MODELS to a folder"))
            .resolve(output));
  }

  private Path free(Path folder) {
    if (!replace && Files.exists(folder)) {
      throw usage("--output=%s is there already: give --replace or another".formatted(output));
    }
    return folder;
  }

  private List<LabelledFile> files() throws IOException, TeachingException, QueryException {
    if (from == null) {
      if (words.size() != 1) {
        throw usage(
            words.isEmpty()
                ? "Missing required parameter: 'FOLDER'; or --from tags QUERY"
                : "FOLDER=%s must be one; a query needs --from tags or corrections"
                    .formatted(words));
      }
      return FolderLabels.find(Path.of(words.get(0)));
    }
    try (Database database = library.open()) {
      List<LabelledFile> files = LibraryLabels.find(database, String.join(" ", words), from, field);
      if (files.isEmpty()) {
        throw new TeachingException(
            "no song of the query has one %s (--from %s --field %s)"
                .formatted(
                    from == LibraryLabels.From.tags ? "tag " + field : "correction of " + field,
                    from,
                    field));
      }
      return files;
    }
  }

  /** The files of the labels that are learned, of each no more than wanted, by their order. */
  private List<LabelledFile> chosen(List<LabelledFile> files) throws TeachingException {
    Map<String, List<LabelledFile>> labels =
        files.stream()
            .collect(Collectors.groupingBy(LabelledFile::label, TreeMap::new, Collectors.toList()));
    for (String label : only) {
      if (!labels.containsKey(label)) {
        throw usage("--label=%s must be one of %s".formatted(label, labels.keySet()));
      }
    }
    PrintWriter notes = work.notes(spec.commandLine().getErr());
    List<LabelledFile> chosen = new ArrayList<>();
    List<String> few = new ArrayList<>();
    for (Map.Entry<String, List<LabelledFile>> one : labels.entrySet()) {
      if (!only.isEmpty() && !only.contains(one.getKey())) {
        continue;
      }
      if (from != null && only.isEmpty() && one.getValue().size() < TeachOptions.FEWEST) {
        few.add(one.getKey() + " (" + one.getValue().size() + ")");
        continue;
      }
      List<LabelledFile> drawn = new ArrayList<>(one.getValue());
      Collections.shuffle(drawn, new Random(TeachOptions.USUAL.seed()));
      chosen.addAll(drawn.subList(0, Math.min(most, drawn.size())));
    }
    if (!few.isEmpty()) {
      notes.println(
          "auricle: "
              + Messages.oneLine(
                  "labels with fewer than %d tracks are left out: %s"
                      .formatted(TeachOptions.FEWEST, String.join(", ", few))));
    }
    long count = chosen.stream().map(LabelledFile::label).distinct().count();
    if (count < 2) {
      throw new TeachingException(
          "labels=%s must be at least two with %d tracks or more; found %s"
              .formatted(
                  chosen.stream().map(LabelledFile::label).distinct().toList(),
                  TeachOptions.FEWEST,
                  labels.entrySet().stream()
                      .limit(20)
                      .map(one -> one.getKey() + " (" + one.getValue().size() + ")")
                      .toList()));
    }
    return chosen;
  }

  private List<HeardFile> hear(TaughtNetwork network, List<LabelledFile> files)
      throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    List<HeardFile> all = new ArrayList<>();
    try (ProgressBar progress = new ProgressBar(work.notes(err), "files", files.size())) {
      OrderedWork.run(
          files,
          Math.min(work.threads(), files.size()),
          file -> {
            HeardFile heard = HeardFile.of(network, file);
            progress.step();
            return heard;
          },
          heard -> {
            if (heard.fault() != null) {
              progress.clear();
              err.println(Messages.of(heard.fault()));
            }
            all.add(heard);
          });
    }
    return all;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
