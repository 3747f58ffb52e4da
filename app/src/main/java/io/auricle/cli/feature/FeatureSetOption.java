package io.auricle.cli.feature;

import io.auricle.feature.FeatureOptions;
import io.auricle.feature.set.FeatureSets;
import io.auricle.featureset.FeatureSetFile;
import java.util.Iterator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that names a feature set. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FeatureSetOption {
  @Option(
      names = "--set",
      paramLabel = "NAME|FILE.yaml",
      defaultValue = "gtzan57",
      completionCandidates = Names.class,
      description =
          "One of ${COMPLETION-CANDIDATES}, or a set of your own (default: ${DEFAULT-VALUE}).")
  private String set;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** The sets that help names. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return FeatureSets.names().iterator();
    }
  }

  /** The set of that name, or of that file. */
  FeatureOptions options() {
    try {
      return FeatureSetFile.named(set);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
