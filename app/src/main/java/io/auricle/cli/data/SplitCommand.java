package io.auricle.cli.data;

import io.auricle.cli.option.DatasetOptions;
import io.auricle.cli.option.SplitOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Duplicates;
import io.auricle.dataset.Track;
import io.auricle.label.Label;
import io.auricle.split.Part;
import io.auricle.split.Split;
import io.auricle.split.SplitCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle split}: which tracks train, validate and test, as files. */
@Command(
    name = "split",
    description = "Make a split of a data set, explain one, or hold it against the data.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = SplitMakeCommand.class)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class SplitCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "one of make, info and check must follow split");
  }

  @Command(
      name = "info",
      description = "Name, origin, hash and sizes of a split; with a data set also its labels.",
      mixinStandardHelpOptions = true)
  int info(
      @Parameters(paramLabel = "FILE|DIR", description = "Split file or folder of published lists.")
          Path file,
      @Mixin DatasetOptions data)
      throws DatasetException, IOException {
    Split split = SplitOption.read(file);
    List<Track> tracks = data.isGiven() ? data.index().tracks() : List.of();
    print(spec.commandLine().getOut(), split, tracks);
    return ExitCode.DONE;
  }

  @Command(
      name = "check",
      description = {
        "Hold a split against its data set: unknown tracks, parts and labels without tracks, and"
            + " artists or files on two sides."
      },
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(
              paramLabel = "FILE|DIR|NAME",
              description = "Split file, folder of published lists or split of the data's card.")
          String name,
      @Mixin DatasetOptions data)
      throws DatasetException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    DatasetIndex index = data.index();
    Split split = SplitOption.read(name, data.dataset(), index);
    print(out, split, index.tracks());
    List<String> problems = new ArrayList<>(SplitCheck.problems(split, index.tracks()));
    problems.addAll(SplitCheck.emptyLabels(split, index.tracks()));
    if (!split.leaky()) {
      problems.addAll(SplitCheck.leaks(split, List.of(), Duplicates.of(index.tracks())));
    }
    out.println(problems.isEmpty() ? "\nsound" : "\nproblems");
    problems.forEach(problem -> out.println("  " + problem));
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Prints a split for people. */
  static void print(PrintWriter out, Split split, List<Track> tracks) {
    out.println(
        "%s [%s]%s"
            .formatted(
                split.name(),
                split.hash(),
                split.leaky() ? " -- LEAKY: better than the truth" : ""));
    out.println(split.origin());
    out.println("\n  %-28s %10s %10s %10s".formatted("", "train", "validation", "test"));
    row(out, "tracks", part -> split.tracks(part).size());
    Map<Label, List<Track>> byLabel = new TreeMap<>();
    for (Track track : tracks) {
      track.labels().forEach(l -> byLabel.computeIfAbsent(l, key -> new ArrayList<>()).add(track));
    }
    if (!tracks.isEmpty()) {
      row(
          out,
          "artists, or tracks of none",
          part -> (int) split.select(part, tracks).stream().map(Track::group).distinct().count());
    }
    byLabel.forEach(
        (label, labelled) -> row(out, label.name(), part -> split.select(part, labelled).size()));
  }

  /** The number of something in a part. */
  private interface Count {
    int in(Part part);
  }

  private static void row(PrintWriter out, String name, Count count) {
    out.println(
        "  %-28s %10d %10d %10d"
            .formatted(name, count.in(Part.TRAIN), count.in(Part.VALIDATION), count.in(Part.TEST)));
  }
}
