package io.auricle.cli;

import io.auricle.audio.AudioDecoder;
import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeOptions;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FeatureSets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle features}: feature tables of any number of files. */
@Command(
    name = "features",
    description = "Write the features of audio files as CSV.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Sets of statistics (gtzan57, groningen58, chin97, melstats) give a row a file or segment, sets"
          + " of frames (mel, stft, mfcc) a row a frame. gtzan57 has the columns of the published"
          + " GTZAN table; the label is the parent folder's name where that is a known genre."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FeaturesCommand implements Callable<Integer> {
  private static final double MAXIMUM_SECONDS = 3600;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Audio files, or folders: all audio files below them.")
  private List<Path> paths;

  @Option(
      names = "--set",
      paramLabel = "NAME",
      defaultValue = "gtzan57",
      completionCandidates = SetNames.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String set;

  @Option(
      names = "--segment",
      paramLabel = "SECONDS",
      description = "Cut each file in pieces of this length; a shorter rest is dropped.")
  private @Nullable Double segmentSeconds;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "CSV file to write (default: stdout).")
  private @Nullable Path output;

  @Mixin private WorkOptions work;

  @Spec private CommandSpec spec;

  /** The sets that help names. */
  static final class SetNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return FeatureSets.names().iterator();
    }
  }

  /** The rows of a file, or why there are none. */
  private record Extraction(
      Path file,
      List<FeatureCsv.Row> rows,
      List<String> warnings,
      @Nullable DecodeException error) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    int threads = work.threads();
    FeatureExtractor extractor = extractor();
    List<Path> files = AudioFiles.of(paths);
    if (output == null) {
      return write(extractor, files, threads, spec.commandLine().getOut());
    }
    // Written under another name first, so that a table is there whole or not at all.
    Path partial = output.resolveSibling(output.getFileName() + ".part");
    // For Ctrl-C, which skips the finally below.
    partial.toFile().deleteOnExit();
    try {
      int code;
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(partial))) {
        code = write(extractor, files, threads, out);
        if (out.checkError()) {
          throw new IOException(output + " cannot be written: is the disk full?");
        }
      }
      Files.move(partial, output, StandardCopyOption.REPLACE_EXISTING);
      return code;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private FeatureExtractor extractor() {
    if (segmentSeconds != null && !(segmentSeconds > 0 && segmentSeconds <= MAXIMUM_SECONDS)) {
      throw new ParameterException(
          spec.commandLine(),
          "--segment=%s must be in (0, %.0f] seconds".formatted(segmentSeconds, MAXIMUM_SECONDS));
    }
    try {
      return FeatureSets.named(set).extractor();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }

  private int write(FeatureExtractor extractor, List<Path> files, int threads, PrintWriter out)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    FeatureOptions options = extractor.options();
    AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(options.sampleRateHz()));
    FeatureCsv csv = new FeatureCsv(out, extractor.columns());
    int[] failed = {0};
    try (Progress progress = new Progress(err, "files", files.size())) {
      OrderedWork.run(
          files,
          threads,
          file -> {
            Extraction extraction = extract(extractor, decoder, file);
            progress.step();
            return extraction;
          },
          extraction -> {
            progress.clear();
            extraction.warnings().stream()
                .map(warning -> Messages.warning(extraction.file() + ": " + warning))
                .forEach(err::println);
            if (extraction.error() != null) {
              err.println(Messages.of(extraction.error()));
              failed[0]++;
            }
            extraction.rows().forEach(csv::write);
          });
    }
    return failed[0] == 0 ? Main.DONE : Main.FAILED;
  }

  private Extraction extract(FeatureExtractor extractor, AudioDecoder decoder, Path file) {
    List<FeatureCsv.Row> rows = new ArrayList<>();
    try {
      AudioFiles.requireFile(file);
    } catch (DecodeException e) {
      return new Extraction(file, List.of(), List.of(), e);
    }
    try (SampleStream stream = decoder.open(file)) {
      SignalPieces pieces =
          new SignalPieces(stream, file, segmentSeconds == null ? MAXIMUM_SECONDS : segmentSeconds);
      if (segmentSeconds == null) {
        rows.add(row(extractor, file, -1, pieces.only()));
      } else {
        int index = 0;
        for (Signal piece = pieces.next(); piece != null; piece = pieces.next()) {
          rows.add(row(extractor, file, index++, piece));
        }
        pieces.requireOne(index);
      }
      return new Extraction(file, rows, stream.warnings(), null);
    } catch (DecodeException e) {
      return new Extraction(file, List.of(), List.of(), e);
    }
  }

  private static FeatureCsv.Row row(
      FeatureExtractor extractor, Path file, int index, Signal piece) {
    return new FeatureCsv.Row(file, index, piece.length(), extractor.extract(piece));
  }
}
