package io.auricle.cli.model;

import io.auricle.bundle.About;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.Bundles;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.SingleModel;
import io.auricle.bundle.UserModels;
import io.auricle.cli.help.KnownNames;
import io.auricle.cli.output.ExitCode;
import io.auricle.folder.FolderTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle models}: what models there are and what is known of them. */
@Command(
    name = "models",
    description = "List models, explain or export one, add one that others made, join some.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ModelsAddCommand.class, ModelsJoinCommand.class})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "one of list, info, export, add, remove and join must follow models");
  }

  @Command(
      name = "list",
      description = "The models that come with the program, and those that were added.",
      mixinStandardHelpOptions = true)
  int list() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> names = Bundles.known();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    for (String name : names) {
      ModelCard card = Bundles.find(name).card();
      About about = card.about();
      out.println(
          "%s  %s (%d classes), %s%s"
              .formatted(
                  name + " ".repeat(width - name.length()),
                  about.title(),
                  card.labels().size(),
                  about.licence(),
                  about.origin().isEmpty() ? "" : ", from " + about.origin()));
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "remove",
      description = "Delete a model that was added.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "NAME", description = "As models list shows it.") String model)
      throws IOException {
    if (!UserModels.names().contains(model)) {
      throw new ParameterException(
          spec.commandLine(),
          "model=%s was not added; these were: %s".formatted(model, UserModels.names()));
    }
    Path folder = UserModels.folder().orElseThrow().resolve(model);
    FolderTree.remove(folder);
    spec.commandLine().getErr().println("auricle: removed " + folder);
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
    if (bundle.card().kind() instanceof SingleModel) {
      BundleWriter.write(folder, bundle.card(), bundle.model());
    } else {
      BundleWriter.write(folder, bundle.card(), bundle.members());
    }
    spec.commandLine().getErr().println("auricle: wrote " + folder);
    return ExitCode.DONE;
  }
}
