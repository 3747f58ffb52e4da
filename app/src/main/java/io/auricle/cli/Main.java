package io.auricle.cli;

import io.auricle.bundle.UnknownModelException;
import io.auricle.bundle.Version;
import io.auricle.cli.files.RawArguments;
import io.auricle.cli.help.UsageHint;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.StandardStreams;
import io.auricle.cli.train.CommandRunner;
import io.auricle.file.FileName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: {@code auricle COMMAND ...}. */
@Command(
    name = "auricle",
    description = "Listens to music and names its genres.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {"", "auricle COMMAND --help tells more of a command. Try: auricle classify samples"})
public final class Main implements Runnable, CommandRunner {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the specification
  private Main() {}

  public static void main(String[] args) {
    Optional<String> fault = OpenFiles.fault(OpenFiles.LIMITS);
    if (fault.isPresent()) {
      System.err.println("auricle: " + fault.get());
      System.exit(ExitCode.FAILED);
    }
    System.exit(run(args));
  }

  /** Runs the program and returns its exit code. */
  static int run(String... args) {
    StandardStreams streams = StandardStreams.open();
    int code;
    try {
      code = execute(streams.out(), streams.err(), RawArguments.of(args));
    } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
      Messages.breakdown(streams.err(), e, List.of(args));
      code = ExitCode.FAILED;
    }
    return streams.out().checkError() ? ExitCode.FAILED : code;
  }

  /** As {@link #run}, to other streams. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine program = new CommandLine(new Main());
    CommandList.add(program, args);
    shareVersion(program.getCommandSpec());
    return program
        .registerConverter(Path.class, FileName::path)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((exception, words) -> usage(exception, List.of(words)))
        .setExecutionExceptionHandler(
            (exception, line, parsed) -> {
              Messages.failure(line.getErr(), exception, parsed.expandedArgs());
              return exception instanceof UnknownModelException ? ExitCode.USAGE : ExitCode.FAILED;
            })
        // A file may be named @song.mp3.
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  /** Lets {@code auricle COMMAND --version} answer as {@code auricle --version} does. */
  private static void shareVersion(CommandSpec spec) {
    spec.versionProvider(new ProgramVersion());
    spec.subcommands().values().forEach(line -> shareVersion(line.getCommandSpec()));
  }

  /** Says what is wrong with the command line, and where help is. */
  private static int usage(ParameterException e, List<String> words) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    Messages.complaint(err, e, UsageHint.fault(e));
    Optional<String> hint = UsageHint.of(e, words);
    hint.ifPresent(text -> err.println(Messages.oneLine(text)));
    if (line.getSubcommands().isEmpty() || hint.isPresent()) {
      err.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    } else {
      line.usage(err);
    }
    return ExitCode.USAGE;
  }

  /** What {@code --version} prints. */
  static final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.program()};
    }
  }

  @Override
  public int runLine(PrintWriter out, PrintWriter err, String... words) {
    return execute(out, err, words);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
