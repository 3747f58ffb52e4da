package io.auricle.cli.help;

import io.auricle.file.AudioExtension;
import io.auricle.yaml.Nearest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody may have meant whose command line makes no sense. */
public final class UsageHint {
  private UsageHint() {}

  /** What is wrong with a command line. */
  public static String fault(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
            && !unmatched.getUnmatched().isEmpty()
            && !unmatched.getUnmatched().get(0).startsWith("-")
            && !e.getCommandLine().getSubcommands().isEmpty()
        ? "there is no command " + unmatched.getUnmatched().get(0)
        : String.valueOf(e.getMessage());
  }

  /**
   * The hint, if anything is near enough.
   *
   * @param words the whole command line
   */
  public static Optional<String> of(ParameterException e, List<String> words) {
    CommandLine line = e.getCommandLine();
    Optional<String> file =
        words.stream().takeWhile(w -> !w.equals("--")).filter(UsageHint::isFile).findFirst();
    String command = line.getCommandSpec().qualifiedName();
    if (file.isPresent()) {
      return Optional.of(
          "A file whose name begins with - goes behind --: %s -- %s"
              .formatted(command, file.get()));
    }
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return Optional.empty();
    }
    String word = unmatched.getUnmatched().get(0);
    if (word.startsWith("-")) {
      String name = word.split("=", 2)[0];
      return Nearest.near(name, options(line.getCommandSpec()))
          .map(near -> "Did you mean: %s".formatted(near));
    }
    return Nearest.near(word, List.copyOf(line.getSubcommands().keySet()))
        .map(near -> "Did you mean: %s %s".formatted(command, near));
  }

  private static List<String> options(CommandSpec spec) {
    List<String> names = new ArrayList<>();
    spec.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> names.addAll(List.of(option.names())));
    return names.stream().filter(name -> name.startsWith("--")).toList();
  }

  private static boolean isFile(String word) {
    if (!word.startsWith("-") || word.length() < 2) {
      return false;
    }
    try {
      Path path = Path.of(word);
      return AudioExtension.isAudio(path) || Files.isRegularFile(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
