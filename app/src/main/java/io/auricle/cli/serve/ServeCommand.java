package io.auricle.cli.serve;

import io.auricle.audio.ffmpeg.LiveProcesses;
import io.auricle.bundle.Bundles;
import io.auricle.cli.help.KnownNames;
import io.auricle.cli.option.VerboseOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.library.store.LibraryPlace;
import io.auricle.web.ServerOptions;
import io.auricle.web.WebServer;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auricle serve}: the web page and the REST API. */
@Command(
    name = "serve",
    description = "Serve the web page and the REST API.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The address goes to stdout once the server is ready; Ctrl-C ends it when what it has begun"
          + " is done."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ServeCommand implements Callable<Integer> {
  private static final long MEBIBYTE = 1L << 20;

  /** A tebibyte: nobody means more, and their bytes can still be counted. */
  private static final long MOST_MEBIBYTES = 1L << 20;

  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Where to listen; any but this machine alone wants --api-key or --open"
              + " (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      defaultValue = "${env:AURICLE_API_KEY}",
      description =
          "Requests must bring it as Authorization: Bearer KEY (default: AURICLE_API_KEY of the"
              + " environment, where processes of others cannot see it).")
  private @Nullable String apiKey;

  @Option(names = "--open", description = "Serve whoever can reach this machine, without a key.")
  private boolean open;

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      completionCandidates = KnownNames.Models.class,
      description = "Models to serve, the first the default (default: all bundled models).")
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--max-file",
      paramLabel = "MIB",
      defaultValue = "64",
      description = "Largest file in MiB (default: ${DEFAULT-VALUE}).")
  private long fileMebibytes;

  @Option(
      names = "--max-request",
      paramLabel = "MIB",
      defaultValue = "256",
      description = "Largest request in MiB (default: ${DEFAULT-VALUE}).")
  private long requestMebibytes;

  @Option(
      names = "--max-files",
      paramLabel = "N",
      defaultValue = "32",
      description = "Files in a request (default: ${DEFAULT-VALUE}).")
  private int files;

  @Option(
      names = "--max-uploads",
      paramLabel = "MIB",
      defaultValue = "2048",
      description =
          "Room for the files of all requests together, in MiB; beyond it uploads are answered with"
              + " 507 (default: ${DEFAULT-VALUE}).")
  private long uploadMebibytes;

  @Option(
      names = "--max-sound",
      paramLabel = "MINUTES",
      defaultValue = "20",
      description = "Longest sound in minutes (default: ${DEFAULT-VALUE}).")
  private double soundMinutes;

  @Option(
      names = "--max-time",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Time a file may take (default: ${DEFAULT-VALUE}).")
  private double wallSeconds;

  @Option(
      names = "--max-upload-time",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "Time an upload may take (default: ${DEFAULT-VALUE}).")
  private double uploadSeconds;

  @Option(
      names = "--min-upload-speed",
      paramLabel = "BYTES",
      defaultValue = "4096",
      description = "Slower uploads, in bytes a second, are cut off (default: ${DEFAULT-VALUE}).")
  private long bytesPerSecond;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Files analysed at once (default: the number of cores).")
  private int threads = AnalysisLimits.DEFAULT.atOnce();

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "64",
      description = "Requests that wait; more are answered with 503 (default: ${DEFAULT-VALUE}).")
  private int queue;

  @Option(
      names = "--keep",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description = "How long results of jobs are kept (default: ${DEFAULT-VALUE}).")
  private long keepMinutes;

  @Option(
      names = "--keep-memory",
      paramLabel = "MIB",
      defaultValue = "96",
      description = "How much results of jobs may take (default: ${DEFAULT-VALUE}).")
  private long keepMebibytes;

  @Option(
      names = "--library",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "FILE",
      description =
          "Show a library, too: the one of this file, else the one that library commands take."
              + " Whoever may ask the server can then see, hear and correct its songs.")
  private @Nullable String library;

  @Mixin private VerboseOption verbose;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerOptions options = options();
    PrintWriter err = spec.commandLine().getErr();
    WebServer server = WebServer.start(options, err);
    // In the shutdown, since signals end the program, and before the decoders are ended.
    LiveProcesses.beforeTheEnd(server::close);
    PrintWriter out = spec.commandLine().getOut();
    out.println("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port());
    out.flush();
    verbose.notes(err).println("auricle: ready after %s s; Ctrl-C ends it".formatted(sinceStart()));
    new CountDownLatch(1).await();
    return ExitCode.DONE;
  }

  private ServerOptions options() throws IOException {
    if (!WebServer.isLoopback(host) && apiKey == null && !open) {
      throw new ParameterException(
          spec.commandLine(),
          "--host=%s lets others in: give a key with --api-key, or --open".formatted(host));
    }
    requireLimits();
    return new ServerOptions(
        host,
        port,
        models.isEmpty() ? Bundles.bundled() : models,
        Optional.ofNullable(apiKey),
        new UploadLimits(
            fileMebibytes * MEBIBYTE,
            requestBytes(),
            files,
            uploadSeconds,
            bytesPerSecond,
            uploadMebibytes * MEBIBYTE),
        new AnalysisLimits(60 * soundMinutes, wallSeconds, threads, queue),
        new JobLimits(
            Duration.ofMinutes(keepMinutes), JobLimits.DEFAULT.jobs(), keepMebibytes * MEBIBYTE),
        library());
  }

  /** The library's file, if one is to be shown; it may be made later. */
  private Optional<Path> library() {
    if (library == null) {
      return Optional.empty();
    }
    Optional<Path> file = library.isEmpty() ? LibraryPlace.file() : Optional.of(Path.of(library));
    if (file.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "there is no data folder; name a file with --library FILE");
    }
    return file;
  }

  /** Names what is wrong as whoever started the server wrote it. */
  private void requireLimits() {
    require(port >= 0 && port <= LAST_PORT, "--port", port, "in [0, " + LAST_PORT + "]");
    require(apiKey == null || !apiKey.isBlank(), "--api-key", "", "a key, not blank");
    requireMebibytes("--max-file", fileMebibytes, 1);
    requireMebibytes("--max-request", requestMebibytes, 1);
    requireMebibytes("--max-uploads", uploadMebibytes, requestBytes() / MEBIBYTE);
    require(files >= 1, "--max-files", files, "at least 1");
    require(isPositive(soundMinutes), "--max-sound", soundMinutes, "above 0");
    require(isPositive(wallSeconds), "--max-time", wallSeconds, "above 0");
    require(isPositive(uploadSeconds), "--max-upload-time", uploadSeconds, "above 0");
    require(bytesPerSecond >= 0, "--min-upload-speed", bytesPerSecond, "0 or more");
    require(threads >= 1, "--threads", threads, "at least 1");
    require(queue >= 0, "--queue", queue, "0 or more");
    require(keepMinutes >= 0, "--keep", keepMinutes, "0 or more");
    requireMebibytes("--keep-memory", keepMebibytes, 0);
  }

  /** A request may bring a file as large as one may be. */
  private long requestBytes() {
    return Math.max(fileMebibytes, requestMebibytes) * MEBIBYTE;
  }

  private void requireMebibytes(String option, long value, long least) {
    boolean fits = value >= least && value <= MOST_MEBIBYTES;
    require(fits, option, value, "in [%d, %d]".formatted(least, MOST_MEBIBYTES));
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private void require(boolean holds, String option, Object value, String what) {
    if (!holds) {
      throw new ParameterException(
          spec.commandLine(), "%s=%s must be %s".formatted(option, value, what));
    }
  }

  /** Seconds since this JVM was started; Linux knows a process's start to the second only. */
  private static String sinceStart() {
    long millis = ManagementFactory.getRuntimeMXBean().getUptime();
    return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
  }
}
