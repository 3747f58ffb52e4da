package io.auricle.cli.train;

import io.auricle.cli.option.WorkspaceOption;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.RunOptions;
import io.auricle.file.FileName;
import io.auricle.neural.option.ComputeDevice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that trains what an experiment says. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ExperimentOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change a value of the experiment (seed=2) or give a variable (data=FOLDER).")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--device",
      paramLabel = "cpu|gpu|auto",
      defaultValue = "auto",
      description = "Where networks are trained (default: the graphics card if there is one).")
  private ComputeDevice device;

  @Mixin private WorkspaceOption workspace;

  Map<String, String> settings() {
    return settings;
  }

  Path workspace() {
    return workspace.folder();
  }

  /** How the training goes, as notes; the command that goes on has the same options. */
  TrainingView view(PrintWriter err) {
    List<String> words = new ArrayList<>();
    if (!workspace().equals(Path.of(WorkspaceOption.HERE))) {
      words.addAll(List.of("--workspace", FileName.text(workspace())));
    }
    if (device != ComputeDevice.AUTO) {
      words.addAll(List.of("--device", device.toString().toLowerCase(Locale.ROOT)));
    }
    return new TrainingView(notes(err), words);
  }

  RunOptions run(RunListener listener) {
    return new RunOptions(workspace.folder(), device, listener);
  }

  /** Where progress, notes and warnings go: to stderr, or nowhere. */
  PrintWriter notes(PrintWriter err) {
    return workspace.notes(err);
  }
}
