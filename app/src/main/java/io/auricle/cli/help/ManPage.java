package io.auricle.cli.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of a command for {@code man}, in the language of groff's macros of that name. */
final class ManPage {
  private final CommandSpec spec;
  private final StringBuilder text = new StringBuilder();

  public ManPage(CommandSpec spec) {
    this.spec = spec;
  }

  /** Of the file, without its ending: {@code auricle-split-make}. */
  public String name() {
    return spec.qualifiedName("-");
  }

  /** The whole page. */
  public String text() {
    text.setLength(0);
    macro("TH", quoted(name().toUpperCase(java.util.Locale.ROOT)), "1", "\"\"", "\"Auricle\"");
    section("NAME");
    List<String> description = filled(spec.usageMessage().description(), spec);
    line(name().replace("-", "\\-") + " \\- " + escaped(firstSentence(description)));
    section("SYNOPSIS");
    synopsis();
    section("DESCRIPTION");
    description.forEach(this::paragraph);
    parameters();
    options();
    commands();
    footer();
    section("EXIT STATUS");
    paragraph("0: everything done. 1: something failed, the rest was done. 2: wrong usage.");
    seeAlso();
    return text.toString();
  }

  private void synopsis() {
    String usage =
        new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF))
            .synopsis(0)
            .replaceAll("\\s+", " ")
            .strip();
    macro("nh");
    line(
        "\\fB"
            + escaped(spec.qualifiedName(" "))
            + "\\fR"
            + escaped(usage.substring(Math.min(usage.length(), spec.qualifiedName(" ").length()))));
    macro("hy");
  }

  private void parameters() {
    List<PositionalParamSpec> shown =
        spec.positionalParameters().stream().filter(p -> !p.hidden()).toList();
    if (!shown.isEmpty()) {
      section("PARAMETERS");
      shown.forEach(
          parameter -> entry("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter));
    }
  }

  private void options() {
    List<OptionSpec> shown = spec.options().stream().filter(o -> !o.hidden()).toList();
    if (!shown.isEmpty()) {
      section("OPTIONS");
      for (OptionSpec option : shown) {
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
          names.add("\\fB" + escaped(name) + "\\fR");
        }
        boolean value = option.arity().max() > 0;
        entry(
            String.join(", ", names)
                + (value ? "=\\fI" + escaped(option.paramLabel()) + "\\fR" : ""),
            option);
      }
    }
  }

  private void entry(String head, ArgSpec argument) {
    macro("TP");
    line(head);
    List<String> parts = filled(argument.description(), argument);
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        macro("br");
      }
      line(escaped(parts.get(i)));
    }
  }

  private void commands() {
    if (!spec.subcommands().isEmpty()) {
      section("COMMANDS");
      for (CommandLine command : spec.subcommands().values()) {
        macro("TP");
        line("\\fB" + escaped(command.getCommandName()) + "\\fR");
        CommandSpec sub = command.getCommandSpec();
        line(escaped(firstSentence(filled(sub.usageMessage().description(), sub))));
      }
    }
  }

  private void footer() {
    List<String> lines = filled(spec.usageMessage().footer(), spec);
    if (lines.stream().anyMatch(line -> !line.isBlank())) {
      section("NOTES");
      boolean example = false;
      for (String line : lines) {
        if (line.isBlank()) {
          macro("PP");
          continue;
        }
        // Examples keep their lines.
        boolean next = line.startsWith("Try: ") || line.startsWith("In ") || line.startsWith(" ");
        if (next != example) {
          macro(next ? "nf" : "fi");
        }
        example = next;
        line(escaped(line));
      }
      if (example) {
        macro("fi");
      }
    }
  }

  private void seeAlso() {
    List<String> pages = new ArrayList<>();
    if (spec.parent() != null) {
      pages.add(spec.parent().qualifiedName("-"));
    }
    spec.subcommands()
        .values()
        .forEach(command -> pages.add(command.getCommandSpec().qualifiedName("-")));
    if (!pages.isEmpty()) {
      section("SEE ALSO");
      line(
          String.join(
              ", ", pages.stream().map(page -> "\\fB" + escaped(page) + "\\fR(1)").toList()));
    }
  }

  private static String firstSentence(List<String> description) {
    String first = description.isEmpty() ? "" : description.get(0);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  /** Lines with the variables that picocli puts in its own help replaced. */
  private static List<String> filled(String[] lines, Object owner) {
    return Arrays.stream(lines).map(line -> filled(line, owner)).toList();
  }

  private static String filled(String line, Object owner) {
    String text = line.replace("%n", " ").replace("%%", "%");
    if (owner instanceof ArgSpec argument) {
      String value = argument.defaultValueString(true);
      text = text.replace("${DEFAULT-VALUE}", String.valueOf(value));
      if (argument.completionCandidates() != null) {
        List<String> candidates = new ArrayList<>();
        argument.completionCandidates().forEach(candidates::add);
        text = text.replace("${COMPLETION-CANDIDATES}", String.join(", ", candidates));
      }
    }
    return text.strip().isEmpty() ? "" : text.stripTrailing();
  }

  private void paragraph(String line) {
    if (!line.isBlank()) {
      macro("PP");
      line(escaped(line));
    }
  }

  private void section(String title) {
    macro("SH", title.contains(" ") ? quoted(title) : title);
  }

  private void macro(String name, String... words) {
    text.append('.').append(name);
    for (String word : words) {
      text.append(' ').append(word);
    }
    text.append('\n');
  }

  private static String quoted(String word) {
    return '"' + word.replace("-", "\\-") + '"';
  }

  /** What groff would take for a request or an escape is none. */
  private static String escaped(String line) {
    String text = line.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti");
    return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
