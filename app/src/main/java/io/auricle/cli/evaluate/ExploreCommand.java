package io.auricle.cli.evaluate;

import io.auricle.cli.option.WorkOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.ProgressBar;
import io.auricle.dataset.DatasetException;
import io.auricle.explore.Exploration;
import io.auricle.explore.ExploreOptions;
import io.auricle.explore.ExploreOptions.ClusterSpace;
import io.auricle.explore.ExploreWishes;
import io.auricle.explore.Explorer;
import io.auricle.explore.PointTable;
import io.auricle.explore.Scaling;
import io.auricle.explore.TsneOptions;
import io.auricle.folder.WholeFile;
import io.auricle.plot.chart.ScatterPlot;
import io.auricle.report.ExplorationPage;
import io.auricle.report.ExplorationPicture;
import io.auricle.report.ExplorationView;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auricle explore}: a picture of the feature space. */
@Command(
    name = "explore",
    description = "Draw the feature space: PCA, t-SNE, k-means, silhouettes.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "FILE.html holds all views and opens offline; FILE.png and FILE.svg hold one. Figures go to"
          + " stdout. See docs/explore.md."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ExploreCommand implements Callable<Integer> {
  /** What a picture shows. */
  enum View {
    PCA,
    TSNE
  }

  /** What colours stand for. */
  enum Colour {
    LABEL,
    CLUSTER
  }

  @Mixin private ExploreSource source;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "File to write; its name ends in .html, .png or .svg.")
  private Path output;

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description =
          "pca or tsne (default: pca). What .png and .svg show; in .html the view at first, and with"
              + " --view pca no t-SNE is computed.")
  private @Nullable View view;

  @Option(
      names = "--colour",
      paramLabel = "WHAT",
      defaultValue = "label",
      description = "label or cluster (default: ${DEFAULT-VALUE}).")
  private Colour colour;

  @Option(
      names = "--scale",
      paramLabel = "HOW",
      defaultValue = "standard",
      description = "Columns: standard, minmax or none (default: ${DEFAULT-VALUE}).")
  private Scaling scaling;

  @Option(
      names = "--components",
      paramLabel = "N",
      description = "Principal components (default: 5 or as many as there are).")
  private @Nullable Integer components;

  @Option(
      names = "--clusters",
      paramLabel = "K",
      description = "Clusters of k-means (default: as many as labels).")
  private @Nullable Integer clusters;

  @Option(
      names = "--cluster-in",
      paramLabel = "SPACE",
      defaultValue = "features",
      description =
          "Where clusters are sought: features, pca (the first two components) or tsne (default:"
              + " ${DEFAULT-VALUE}).")
  private ClusterSpace clusterSpace;

  @Option(
      names = "--perplexity",
      paramLabel = "P",
      description = "Neighbours that t-SNE looks at, about (default: 30, or a third of the rows).")
  private @Nullable Double perplexity;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Of t-SNE, at least 250 (default: ${DEFAULT-VALUE}).")
  private int iterations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of k-means and --sample (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private WorkOptions work;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws DatasetException, IOException, InterruptedException {
    String name = output.toString().toLowerCase(Locale.ROOT);
    if (!name.matches("(?s).*\\.(html|png|svg)")) {
      throw usage("--output=%s must end in .html, .png or .svg".formatted(output), null);
    }
    int threads = work.threads();
    ExploreWishes wishes = wishes(name.endsWith(".html"));
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter notes = work.notes(err);
    ExploreSource.Content content = source.read(err, notes, threads, seed);
    PointTable table = content.table();
    Exploration exploration = explore(table, options(table, wishes), threads, notes);
    exploration.notes().forEach(note -> notes.println(Messages.warning(note)));
    write(exploration, name);
    new ExplorationPrinter(spec.commandLine().getOut()).print(exploration);
    notes.println("auricle: wrote " + Messages.oneLine(output.toString()));
    return content.failures() == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ExploreWishes wishes(boolean page) {
    boolean tsne =
        view == View.TSNE || clusterSpace == ClusterSpace.TSNE || (page && view != View.PCA);
    try {
      // Looked at before anything is read.
      TsneOptions checked = new TsneOptions(perplexity == null ? 30 : perplexity, iterations, 0.5);
      return new ExploreWishes(
          scaling,
          components,
          clusters,
          clusterSpace,
          tsne,
          perplexity,
          checked.iterations(),
          seed);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage(), e);
    }
  }

  private ExploreOptions options(PointTable table, ExploreWishes wishes) {
    try {
      return ExploreOptions.suiting(table, wishes);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage(), e);
    }
  }

  private static Exploration explore(
      PointTable table, ExploreOptions options, int threads, PrintWriter err)
      throws DatasetException {
    int steps = options.tsne().map(TsneOptions::iterations).orElse(1);
    try (ProgressBar progress = new ProgressBar(err, "steps of t-SNE", steps)) {
      return Explorer.explore(table, options, threads, done -> progress.step());
    } catch (IllegalArgumentException e) {
      throw new DatasetException(Path.of(table.title()), String.valueOf(e.getMessage()));
    }
  }

  /** Written under another name first, so that a picture is there whole or not at all. */
  private void write(Exploration exploration, String name) throws IOException {
    // Drawing needs no screen, and a screen that cannot be reached must not stop it.
    System.setProperty("java.awt.headless", "true");
    ExplorationView shown = new ExplorationView(view == View.TSNE, colour == Colour.CLUSTER);
    WholeFile.write(
        output,
        out -> {
          if (name.endsWith(".html")) {
            String page = ExplorationPage.html(exploration, shown);
            out.write(page.getBytes(StandardCharsets.UTF_8));
          } else {
            ScatterPlot plot = ExplorationPicture.of(exploration, shown);
            if (name.endsWith(".png")) {
              plot.writePng(out);
            } else {
              plot.writeSvg(out);
            }
          }
        });
  }

  private ParameterException usage(String message, @Nullable Throwable cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }
}
