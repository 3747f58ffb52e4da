package io.auricle.cli.option;

import io.auricle.cli.help.KnownNames;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Target;
import io.auricle.dataset.known.Datasets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which data set, where it is and what of it is asked for. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class DatasetOptions {
  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      completionCandidates = KnownNames.Sets.class,
      description = "See dataset list.")
  private @Nullable String name;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "What its tracks are labelled with (default: its first, see dataset info).")
  private @Nullable String target;

  @Option(names = "--data", paramLabel = "DIR", description = "Where the data set was put.")
  private @Nullable Path folder;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Whether a data set is given. */
  public boolean isGiven() {
    return name != null || folder != null;
  }

  public Dataset dataset() {
    if (name == null) {
      throw new ParameterException(spec.commandLine(), "--dataset must be given");
    }
    try {
      return Datasets.named(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }

  public Path folder() {
    if (folder == null) {
      throw new ParameterException(spec.commandLine(), "--data must be given");
    }
    return folder;
  }

  /** The tracks, those without audio among them: a split needs only annotations. */
  public DatasetIndex index() throws DatasetException {
    Dataset dataset = dataset();
    Target chosen;
    try {
      chosen = dataset.card().target(target);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
    DatasetIndex index = dataset.annotations(folder(), chosen);
    boolean audio = index.tracks().stream().anyMatch(track -> track.path() != null);
    return audio ? index.withAudio() : index;
  }
}
