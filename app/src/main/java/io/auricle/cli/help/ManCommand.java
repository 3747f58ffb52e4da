package io.auricle.cli.help;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle man}: pages of the manual. */
@Command(
    name = "man",
    description = "Write the manual page of a command, or all pages into a folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Try: auricle man classify | man -l -",
      "     auricle man -o ~/.local/share/man/man1    (then: man auricle-classify)"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ManCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The command, as classify or split make; none for the program's own page.")
  private List<String> words = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write the pages of the program and of all commands here.")
  private @Nullable Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandLine program = spec.root().commandLine();
    if (folder != null) {
      if (!words.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "give a command, or --output for all pages, not both");
      }
      Files.createDirectories(folder);
      for (CommandLine command : all(program)) {
        ManPage page = new ManPage(command.getCommandSpec());
        Files.writeString(folder.resolve(page.name() + ".1"), page.text());
      }
      return 0;
    }
    CommandLine command = program;
    for (String word : words) {
      CommandLine next = command.getSubcommands().get(word);
      if (next == null) {
        throw new ParameterException(
            spec.commandLine(),
            "there is no command %s; there are %s"
                .formatted(String.join(" ", words), command.getSubcommands().keySet()));
      }
      command = next;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(new ManPage(command.getCommandSpec()).text());
    out.flush();
    return 0;
  }

  private static List<CommandLine> all(CommandLine command) {
    List<CommandLine> all = new ArrayList<>(List.of(command));
    command.getSubcommands().values().forEach(next -> all.addAll(all(next)));
    return all;
  }
}
