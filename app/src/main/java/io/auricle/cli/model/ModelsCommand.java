package io.auricle.cli.model;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.Bundles;
import io.auricle.bundle.ModelCard;
import io.auricle.cli.help.KnownNames;
import io.auricle.cli.output.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle models}: what models there are and what is known of them. */
@Command(
    name = "models",
    description = "List the bundled models, explain or export one.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "one of list, info and export must follow models");
  }

  @Command(
      name = "list",
      description = "The models that come with the program.",
      mixinStandardHelpOptions = true)
  int list() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : Bundles.bundled()) {
      ModelCard card = Bundles.find(name).card();
      out.println(
          "%-12s %s (%d classes)".formatted(name, card.about().title(), card.labels().size()));
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "info",
      description = "What is known of a model: classes, limits, honest figures.",
      mixinStandardHelpOptions = true)
  int info(
      @Parameters(
              paramLabel = "NAME|DIR",
              completionCandidates = KnownNames.Models.class,
              description = "Bundled model or bundle folder.")
          String model,
      @Option(
              names = "--all",
              description = "The whole card: how it is made, its data, every figure.")
          boolean all)
      throws IOException {
    CardPrinter printer = new CardPrinter(spec.commandLine().getOut());
    if (all) {
      printer.print(Bundles.find(model));
    } else {
      printer.printShort(Bundles.find(model), model);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "export",
      description = "Copy a model into a folder: card.json and model.onnx.",
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(
              paramLabel = "NAME|DIR",
              completionCandidates = KnownNames.Models.class,
              description = "Bundled model or bundle folder.")
          String model,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "DIR",
              required = true,
              description = "Folder to write; a model that is there is replaced.")
          Path folder)
      throws IOException {
    Bundle bundle = Bundles.find(model);
    if (bundle.card().ensemble() == null) {
      BundleWriter.write(folder, bundle.card(), bundle.model());
    } else {
      BundleWriter.write(folder, bundle.card(), bundle.members());
    }
    spec.commandLine().getErr().println("auricle: wrote " + folder);
    return ExitCode.DONE;
  }
}
