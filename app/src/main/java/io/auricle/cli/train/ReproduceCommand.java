package io.auricle.cli.train;

import io.auricle.cli.help.KnownNames;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.ShellWord;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunOptions;
import io.auricle.reproduce.GivenData;
import io.auricle.reproduce.Reproducer;
import io.auricle.reproduce.Reproduction;
import io.auricle.reproduce.Reproduction.Account;
import io.auricle.reproduce.Reproduction.Variant;
import io.auricle.reproduce.Reproductions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code auricle reproduce}: the tables of published studies, measured again. */
@Command(
    name = "reproduce",
    description =
        "Measure the tables of the published studies again, under their protocol and honestly.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Each row is trained twice: divided as the study did, often with pieces of one song on both"
          + " sides, and so that no track or artist is on two sides. What was measured is kept in"
          + " DIR/reproductions, so a command that was stopped goes on; delete a table's folder"
          + " there to measure it anew."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ReproduceCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TABLE",
      arity = "0..*",
      completionCandidates = KnownNames.Tables.class,
      description = "Which tables, as --list names them (default: all that the data allow).")
  private List<String> tables = List.of();

  @Option(names = "--list", description = "List the tables and what each needs.")
  private boolean list;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with the data sets; docs/data.md has their layout.")
  private @Nullable Path data;

  @Option(
      names = "--outside",
      paramLabel = "DIR",
      description =
          "Songs that are in none of the data sets, a folder a genre: what genrewiz is tested on.")
  private @Nullable Path outside;

  @Option(
      names = "--quick",
      description = "See in minutes that everything runs; the figures then say nothing.")
  private boolean quick;

  @Option(
      names = "--as",
      paramLabel = "ACCOUNT",
      description =
          "Where the text of a study and its published code differ, follow the report or the code"
              + " (default: report).")
  private Account account = Account.REPORT;

  @Option(
      names = "--row",
      paramLabel = "WORDS",
      description =
          "Only the rows whose names hold these words, whatever their case; several times for"
              + " several.")
  private List<String> rows = List.of();

  @Mixin private ExperimentOptions experiments;

  @ParentCommand private CommandRunner program;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Reproduction> chosen = chosen();
    ReproductionPrinter printer = new ReproductionPrinter(out);
    if (list) {
      printer.list(chosen, data == null ? null : new GivenData(data, outside));
      return ExitCode.DONE;
    }
    if (data == null) {
      throw new ParameterException(
          spec.commandLine(), "--data=DIR is missing; --list shows what each table needs");
    }
    requireFolder("--data", data);
    if (outside != null) {
      requireFolder("--outside", outside);
    }
    System.setProperty("java.awt.headless", "true");
    return run(chosen, new GivenData(data, outside), printer);
  }

  private void requireFolder(String option, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(), "%s=%s must be a folder".formatted(option, folder));
    }
  }

  private List<Reproduction> chosen() {
    try {
      List<Reproduction> chosen =
          tables.isEmpty()
              ? Reproductions.all()
              : tables.stream().map(Reproductions::named).toList();
      return rows.isEmpty() ? chosen : withRows(chosen);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** The tables that have a row that is asked for. */
  private List<Reproduction> withRows(List<Reproduction> chosen) {
    for (String words : rows) {
      if (chosen.stream().allMatch(table -> table.rowsOf(List.of(words)).isEmpty())) {
        throw new IllegalArgumentException(
            "--row=%s is in no row of %s; the rows are %s"
                .formatted(
                    words,
                    tables.isEmpty() ? "any table" : String.join(", ", tables),
                    chosen.stream()
                        .flatMap(table -> table.rows().stream())
                        .map(Reproduction.Row::name)
                        .distinct()
                        .collect(Collectors.joining("; "))));
      }
    }
    return chosen.stream().filter(table -> !table.rowsOf(rows).isEmpty()).toList();
  }

  /** A table that cannot be measured does not keep the others from it. */
  private int run(List<Reproduction> chosen, GivenData given, ReproductionPrinter printer)
      throws InterruptedException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int code = ExitCode.DONE;
    for (Reproduction reproduction : chosen) {
      Optional<Variant> variant = reproduction.variant(given);
      if (variant.isEmpty()) {
        printer.missing(reproduction, given);
        continue;
      }
      try (TrainingView view = experiments.view(err)) {
        RunOptions options = experiments.run(view);
        Reproducer reproducer =
            new Reproducer(given, quick, account, rows, experiments.settings(), options);
        printer.head(reproduction, variant.get(), account, quick);
        if (variant.get().experiment() != null) {
          printer.print(reproducer.run(reproduction, variant.get()));
        } else if (!done(reproducer.commands(reproduction, variant.get()))) {
          code = ExitCode.FAILED;
        }
        out.flush();
      } catch (ExperimentException | DatasetException e) {
        err.println("auricle: " + reproduction.id() + ": " + e.getMessage());
        code = ExitCode.FAILED;
      }
    }
    return code;
  }

  /** Runs command lines as if they had been typed, and shows them so that they can be. */
  private boolean done(List<List<String>> commands) {
    PrintWriter out = spec.commandLine().getOut();
    boolean all = true;
    for (List<String> words : commands) {
      out.println("auricle " + words.stream().map(ShellWord::of).collect(Collectors.joining(" ")));
      out.flush();
      int code = program.runLine(out, spec.commandLine().getErr(), words.toArray(String[]::new));
      all &= code == ExitCode.DONE;
    }
    out.println();
    return all;
  }
}
