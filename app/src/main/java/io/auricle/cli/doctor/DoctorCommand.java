package io.auricle.cli.doctor;

import io.auricle.cli.output.ExitCode;
import io.auricle.doctor.Examination;
import io.auricle.doctor.ExaminationJson;
import io.auricle.doctor.ExaminationText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code auricle doctor}: whether everything that the program needs is there and works. */
@Command(
    name = "doctor",
    description = "Look whether everything needed is there and works; for reports of faults.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Versions, memory, folders, FFmpeg, ONNX Runtime, models, and two clips that are classified."
          + " The home folder and the user's name are left out. Exit code 0: everything needed"
          + " works; 1: something does not; 2: wrong usage."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class DoctorCommand implements Callable<Integer> {
  /** The formats of {@code --format}. */
  enum Format {
    text,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Examination examination = Examination.now();
    if (format == Format.json) {
      out.println(ExaminationJson.of(examination));
    } else {
      ExaminationText.print(examination, out);
    }
    return examination.healthy() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
