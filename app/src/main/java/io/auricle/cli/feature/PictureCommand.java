package io.auricle.cli.feature;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.cli.files.AudioFiles;
import io.auricle.cli.option.VerboseOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.file.FileName;
import io.auricle.folder.WholeFile;
import io.auricle.plot.sound.PictureKind;
import io.auricle.plot.sound.PictureOptions;
import io.auricle.plot.sound.SoundPicture;
import java.io.IOException;
import java.nio.file.Path;
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

  @Parameters(paramLabel = "FILE", description = "Audio file.")
  private Path file;

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
      description = "A PNG has two for each (default: ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--height",
      paramLabel = "PIXELS",
      defaultValue = "520",
      description = "As --width (default: ${DEFAULT-VALUE}).")
  private int height;

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
    try {
      AudioFiles.requireFile(file);
      write(draw(options()), name.endsWith(".png"));
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

  private SoundPicture draw(PictureOptions options) throws DecodeException {
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
  private void write(SoundPicture picture, boolean png) throws IOException {
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
