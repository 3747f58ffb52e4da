package io.auricle.cli.feature;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.cli.files.GivenFiles;
import io.auricle.cli.option.VerboseOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.file.FileName;
import io.auricle.folder.WholeFile;
import io.auricle.plot.Panels;
import io.auricle.plot.Plot;
import io.auricle.plot.sound.PictureKind;
import io.auricle.plot.sound.PictureOptions;
import io.auricle.plot.sound.SoundPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle picture}: a picture of a sound. */
@Command(
    name = "picture",
    description = "Draw a sound as PNG or SVG.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Try: auricle picture --kind mel -o mel.png FILE"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class PictureCommand implements Callable<Integer> {
  private static final int RATE_HZ = 22_050;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Audio file; several are drawn beside each other in one picture.")
  private List<Path> sounds;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "mel",
      description =
          "waveform, spectrogram, mel, mfcc, chroma or tempogram (default: ${DEFAULT-VALUE}).")
  private PictureKind kind;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "File to write; its name ends in .png or .svg.")
  private Path output;

  @Option(
      names = "--from",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Where the picture begins (default: ${DEFAULT-VALUE}).")
  private double from;

  @Option(
      names = "--to",
      paramLabel = "SECONDS",
      description = "Where it ends (default: with the sound).")
  private double to = Double.POSITIVE_INFINITY;

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      defaultValue = "1200",
      description = "Of each sound; a PNG has two for each (default: ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--height",
      paramLabel = "PIXELS",
      defaultValue = "520",
      description = "As --width (default: ${DEFAULT-VALUE}).")
  private int height;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "2",
      description = "Sounds in a row, where there are several (default: ${DEFAULT-VALUE}).")
  private int columns;

  @Mixin private VerboseOption verbose;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String name = output.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw usage("--output=%s must end in .png or .svg".formatted(output), null);
    }
    // Drawing needs no screen, and a screen that cannot be reached must not stop it.
    System.setProperty("java.awt.headless", "true");
    if (columns < 1) {
      throw usage("--columns=%d must be at least 1".formatted(columns), null);
    }
    try {
      List<Plot> pictures = new ArrayList<>();
      for (Path file : sounds) {
        GivenFiles.requireFile(file);
        pictures.add(draw(file, options()));
      }
      Plot all =
          pictures.size() == 1
              ? pictures.get(0)
              : Panels.of(pictures, Math.min(columns, pictures.size()));
      write(all, name.endsWith(".png"));
      return ExitCode.DONE;
    } catch (DecodeException e) {
      spec.commandLine().getErr().println(Messages.of(e));
      return ExitCode.FAILED;
    }
  }

  private PictureOptions options() {
    try {
      return new PictureOptions(width, height, from, to);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage(), e);
    }
  }

  private SoundPicture draw(Path file, PictureOptions options) throws DecodeException {
    String title = Messages.oneLine(FileName.inside(file.getFileName()));
    try (SampleStream stream = AudioDecoder.of(DecodeOptions.at(RATE_HZ)).open(file)) {
      Optional<SoundPicture> picture = kind.draw(stream, title, options);
      stream
          .warnings()
          .forEach(
              warning ->
                  verbose
                      .notes(spec.commandLine().getErr())
                      .println(Messages.warning(FileName.text(file) + ": " + warning)));
      return picture.orElseThrow(
          () ->
              new DecodeException(
                  ErrorCode.TOO_SHORT, file, "ends before --from=%s seconds".formatted(from)));
    }
  }

  /** Written under another name first, so that a picture is there whole or not at all. */
  private void write(Plot picture, boolean png) throws IOException {
    WholeFile.write(
        output,
        out -> {
          if (png) {
            picture.writePng(out);
          } else {
            picture.writeSvg(out);
          }
        });
  }

  private ParameterException usage(String message, @Nullable Exception cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }
}
