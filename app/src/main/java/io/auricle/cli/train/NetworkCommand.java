package io.auricle.cli.train;

import io.auricle.cli.help.KnownNames;
import io.auricle.cli.output.ExitCode;
import io.auricle.network.NetworkCatalogue;
import io.auricle.network.NetworkException;
import io.auricle.network.NetworkSpec;
import io.auricle.network.NetworkSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle network}: what networks there are, and what one is made of. */
@Command(
    name = "network",
    description = "List the networks that can be trained, or show one layer by layer.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class NetworkCommand implements Runnable {
  private static final int USUAL_CLASSES = 10;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "one of list and show must follow network");
  }

  @Command(
      name = "list",
      description =
          "The networks that come with the program, with their parameters at ten classes.",
      mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    List<NetworkSpec> networks =
        NetworkCatalogue.names().stream()
            .map(name -> NetworkCatalogue.load(name, USUAL_CLASSES))
            .toList();
    int width = networks.stream().mapToInt(network -> network.name().length()).max().orElse(0);
    String form = "%-" + width + "s  %-11s %13s  %s%n";
    out.printf(Locale.ROOT, form, "name", "input", "parameters", "description");
    for (NetworkSpec network : networks) {
      String parameters =
          String.format(Locale.ROOT, "%,d", NetworkSummary.of(network).parameters());
      out.printf(
          Locale.ROOT, form, network.name(), network.input(), parameters, network.description());
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "show",
      description = "The layers of a network with their output shapes and parameters.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(
              paramLabel = "NAME|FILE",
              completionCandidates = KnownNames.Networks.class,
              description = "See network list, or a file that ends in .yaml.")
          String network,
      @Option(
              names = "--classes",
              paramLabel = "N",
              defaultValue = "" + USUAL_CLASSES,
              description = "What the word classes stands for (default: ${DEFAULT-VALUE}).")
          int classes)
      throws IOException {
    try {
      PrintWriter out = spec.commandLine().getOut();
      NetworkSpec found = NetworkCatalogue.find(network, classes);
      out.println(found.name() + (found.description().isEmpty() ? "" : ": " + found.description()));
      out.print(NetworkSummary.of(found).table());
      return ExitCode.DONE;
    } catch (NetworkException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
