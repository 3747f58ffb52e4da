package io.auricle.cli.data;

import io.auricle.cli.option.DatasetOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Duplicates;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.dataset.known.Datasets;
import io.auricle.dataset.table.FeatureTable;
import io.auricle.dataset.table.FeatureTableFile;
import io.auricle.dataset.table.PieceKey;
import io.auricle.split.Copies;
import io.auricle.split.GroupedFolds;
import io.auricle.split.Grouping;
import io.auricle.split.PublishedSplit;
import io.auricle.split.Split;
import io.auricle.split.SplitFile;
import io.auricle.split.StratifiedSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auricle split make}. */
@Command(
    name = "make",
    description = {
      "Write a split file, or one for each fold.",
      "Every label gets its shares, also where tracks have several; tracks of one artist and files"
          + " of the same content stay together."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SplitMakeCommand implements Callable<Integer> {
  private static final int PARTS = 3;

  @Mixin private DatasetOptions data;

  @Option(
      names = "--table",
      paramLabel = "FILE.csv",
      description = "Split the rows of this table (filename,label) instead of a data set on disk.")
  private @Nullable Path table;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      required = true,
      description = "The split file; with --folds the folder of the files.")
  private Path output;

  @Option(
      names = "--shares",
      paramLabel = "S",
      split = ",",
      defaultValue = "0.8,0.1,0.1",
      description = "Of training, validation and test (default: ${DEFAULT-VALUE}).")
  private List<Double> shares;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description =
          "K splits instead, each track in the test part of one; the next fold validates.")
  private @Nullable Integer folds;

  @Option(
      names = "--by",
      paramLabel = "artist|track",
      defaultValue = "artist",
      description =
          "What is kept together (default: ${DEFAULT-VALUE}). By track, artists may be on two"
              + " sides; then the split is marked as leaky.")
  private Grouping by;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another seed, another split (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--official",
      paramLabel = "NAME",
      description = "A split that comes with the data set, without files that are on two sides.")
  private @Nullable String official;

  @Option(
      names = "--leaky-random",
      description =
          "Keep nothing together, with --table not even the pieces of a track: for comparison with"
              + " figures made so. The split and all reports say that it is leaky.")
  private boolean leaky;

  @Option(names = "--name", paramLabel = "NAME", description = "For reports.")
  private @Nullable String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws DatasetException, IOException {
    List<Track> found = table == null ? data.index().tracks() : pieces(table);
    List<List<Track>> duplicates = Duplicates.of(found);
    List<Track> tracks = Copies.joined(found, duplicates);
    List<Split> splits = make(tracks, duplicates);
    for (Split split : splits) {
      Path file = folds == null ? output : output.resolve(split.name() + ".split");
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      SplitFile.write(split, file);
      SplitCommand.print(spec.commandLine().getOut(), split, found);
      spec.commandLine().getErr().println("auricle: wrote " + file);
    }
    return ExitCode.DONE;
  }

  private List<Split> make(List<Track> tracks, List<List<Track>> duplicates)
      throws DatasetException {
    int given = (official == null ? 0 : 1) + (folds == null ? 0 : 1) + (leaky ? 1 : 0);
    if (given > 1 || (official != null && table != null)) {
      throw usage(
          "only one of --official (of a data set), --folds and --leaky-random may be given");
    }
    if (shares.size() != PARTS) {
      throw usage("--shares=" + shares + " must be three, of training, validation and test");
    }
    try {
      if (official != null) {
        DatasetIndex index = data.index();
        Split split = PublishedSplit.of(data.dataset(), data.folder(), index.target(), official);
        return List.of(Copies.removed(split, duplicates));
      }
      if (folds != null) {
        return new GroupedFolds(seed, folds, folds > 2, by).of(nameOr("fold"), tracks);
      }
      StratifiedSplit maker =
          new StratifiedSplit(seed, shares.get(0), shares.get(1), shares.get(2), by);
      return List.of(leaky ? maker.leaky(tracks) : maker.of(nameOr("stratified"), tracks));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private String nameOr(String other) {
    return name == null ? other : name;
  }

  /** The rows of a table; pieces belong to their track, and a track to what it is a copy of. */
  private List<Track> pieces(Path file) throws DatasetException {
    Map<TrackId, TrackId> copies =
        data.isGiven() ? data.dataset().card().faults().copies() : Datasets.copies("gtzan");
    Map<TrackId, Track> tracks = new TreeMap<>();
    FeatureTable rows = leaky ? FeatureTableFile.readUntracked(file) : FeatureTableFile.read(file);
    rows.warnings()
        .forEach(warning -> spec.commandLine().getErr().println(Messages.warning(warning)));
    for (PieceKey key : rows.rows()) {
      if (key.label() == null) {
        throw new DatasetException(file, key.fileName() + " has no label");
      }
      TrackId id = TrackId.ofFileName(key.fileName());
      TrackId original = copies.getOrDefault(key.track(), key.track());
      tracks.put(id, new Track(id, null, List.of(key.label()), null, null, original));
    }
    return List.copyOf(tracks.values());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
