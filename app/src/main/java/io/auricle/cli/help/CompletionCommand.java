package io.auricle.cli.help;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle completion}: a script for the shell. */
@Command(
    name = "completion",
    description = "Write a script that lets a shell complete commands, options and names.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "In ~/.bashrc: source <(auricle completion bash)",
      "In ~/.zshrc, after compinit: source <(auricle completion zsh)"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class CompletionCommand implements Callable<Integer> {
  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Completion shell;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(shell.script(spec.root().commandLine()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
