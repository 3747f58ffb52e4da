package io.auricle.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code auricle COMMAND ...}. */
@Command(name = "auricle", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.err);
  }
}
