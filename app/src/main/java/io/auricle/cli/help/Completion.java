package io.auricle.cli.help;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Shells that can complete command lines of the program. */
enum Completion {
  BASH {
    @Override
    public String script(CommandLine program) {
      return AutoComplete.bash(program.getCommandName(), program);
    }
  },
  /** Runs the script of bash in zsh's own imitation of it. */
  ZSH {
    @Override
    public String script(CommandLine program) {
      return "#compdef " + program.getCommandName() + "\n" + BASH.script(program);
    }
  };

  /** The script that the shell reads. */
  public abstract String script(CommandLine program);
}
