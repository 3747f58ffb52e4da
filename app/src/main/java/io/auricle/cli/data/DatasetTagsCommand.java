package io.auricle.cli.data;

import io.auricle.cli.option.DatasetOptions;
import io.auricle.cli.option.SplitOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.TextTable;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Track;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.label.Label;
import io.auricle.plot.Plot;
import io.auricle.plot.chart.BarPlot;
import io.auricle.plot.chart.BarPlot.Bar;
import io.auricle.split.Part;
import io.auricle.tag.CleanTags;
import io.auricle.tag.TagCleanUp;
import io.auricle.tag.TagSampling;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auricle dataset tags}: how often tags occur, cleaned up and sampled. */
@Command(
    name = "tags",
    description =
        "Count the tags of a data set's tracks after a clean-up, as they are and sampled; needs no"
            + " audio.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DatasetTagsCommand implements Callable<Integer> {
  @Mixin private DatasetOptions data;

  @Option(
      names = "--split",
      paramLabel = "FILE|NAME",
      description =
          "Only the training part of a split file or of a split of the data's card (official-0);"
              + " sampling is of this part alone (default: all tracks).")
  private @Nullable String split;

  @Option(
      names = "--clean-up",
      paramLabel = "FILE",
      description = "What is dropped and merged, as in an experiment (default: nothing).")
  private @Nullable Path cleanUp;

  @Option(
      names = "--sampling",
      paramLabel = "KIND:SIZE",
      split = ",",
      description = "Samplings as in an experiment, such as over:0.25,under:1.")
  private List<String> samplings = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the samplings (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--plot",
      paramLabel = "FILE.png|FILE.svg",
      description = "Draw how many tracks each tag has, unsampled.")
  private @Nullable Path plot;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws DatasetException, ExperimentException, IOException {
    List<TagSampling> wanted = samplings.stream().map(this::sampling).toList();
    DatasetIndex index = data.index();
    List<Track> all = index.tracks();
    List<Track> training =
        split == null
            ? all
            : SplitOption.read(split, data.dataset(), index).select(Part.TRAIN, all);
    CleanTags clean = clean(all);
    List<Set<String>> tags =
        training.stream().map(DatasetTagsCommand::names).map(clean::of).toList();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d tags, %d after the clean-up%n", clean.before().size(), clean.tags().size());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("sampling", "size", "tracks", "of the most frequent tag", "of the rarest"));
    Map<String, Integer> plain = counts(tags, Collections.nCopies(tags.size(), 1));
    rows.add(row("none", "-", Collections.nCopies(tags.size(), 1), tags));
    for (TagSampling one : wanted) {
      String kind = one.kind().name().toLowerCase(Locale.ROOT);
      rows.add(row(kind, String.valueOf(one.size()), times(one, tags, clean.tags()), tags));
    }
    TextTable.print(rows, out);
    if (plot != null) {
      draw(plain, plot);
      spec.commandLine().getErr().println("auricle: wrote " + plot);
    }
    return ExitCode.DONE;
  }

  private TagSampling sampling(String text) {
    String[] words = text.split(":", 2);
    try {
      return new TagSampling(
          TagSampling.Kind.valueOf(words[0].toUpperCase(Locale.ROOT)),
          Double.parseDouble(words.length < 2 ? "" : words[1]));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--sampling=%s must be as over:0.25 or under:1, with a size in (0, 1]".formatted(text),
          e);
    }
  }

  private CleanTags clean(List<Track> all) throws ExperimentException {
    TagCleanUp wanted = cleanUp == null ? TagCleanUp.NONE : ExperimentReader.readCleanUp(cleanUp);
    try {
      return wanted.of(all.stream().map(DatasetTagsCommand::names).toList(), List.of());
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(cleanUp + ": " + e.getMessage(), e);
    }
  }

  private static Set<String> names(Track track) {
    return track.labels().stream().map(Label::name).collect(Collectors.toSet());
  }

  private List<Integer> times(TagSampling sampling, List<Set<String>> tracks, List<String> tags) {
    List<Set<Integer>> indices =
        tracks.stream()
            .map(own -> own.stream().map(tags::indexOf).collect(Collectors.toSet()))
            .toList();
    return sampling.times(indices, tags.size(), seed);
  }

  private static Map<String, Integer> counts(List<Set<String>> tracks, List<Integer> times) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < tracks.size(); i++) {
      int used = times.get(i);
      tracks.get(i).forEach(tag -> counts.merge(tag, used, Integer::sum));
    }
    return counts;
  }

  private static List<String> row(
      String kind, String size, List<Integer> times, List<Set<String>> tracks) {
    List<Integer> counts = List.copyOf(counts(tracks, times).values());
    int used = 0;
    for (int i = 0; i < tracks.size(); i++) {
      used += tracks.get(i).isEmpty() ? 0 : times.get(i);
    }
    return List.of(
        kind,
        size,
        String.valueOf(used),
        counts.isEmpty() ? "0" : String.valueOf(Collections.max(counts)),
        counts.isEmpty() ? "0" : String.valueOf(Collections.min(counts)));
  }

  private static void draw(Map<String, Integer> counts, Path file) throws IOException {
    System.setProperty("java.awt.headless", "true");
    List<Bar> bars =
        counts.entrySet().stream()
            .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue()))
            .map(entry -> new Bar(entry.getKey(), entry.getValue()))
            .toList();
    Plot drawing = new BarPlot("Tracks of each tag", bars);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
        drawing.writeSvg(out);
      } else {
        drawing.writePng(out);
      }
    }
  }
}
