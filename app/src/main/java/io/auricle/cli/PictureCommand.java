package io.auricle.cli;

import io.auricle.audio.AudioDecoder;
import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeOptions;
import io.auricle.audio.Signal;
import io.auricle.plot.PictureKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
final class PictureCommand implements Callable<Integer> {
  private static final int RATE_HZ = 22_050;
  private static final double MAXIMUM_SECONDS = 3600;

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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String name = output.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw new ParameterException(
          spec.commandLine(), "--output=%s must end in .png or .svg".formatted(output));
    }
    // Drawing needs no screen, and a screen that cannot be reached must not stop it.
    System.setProperty("java.awt.headless", "true");
    try {
      AudioFiles.requireFile(file);
      write(signal(), name.endsWith(".png"));
      return Main.DONE;
    } catch (DecodeException e) {
      spec.commandLine().getErr().println(Messages.of(e));
      return Main.FAILED;
    }
  }

  private Signal signal() throws DecodeException {
    AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(RATE_HZ));
    return decoder.decode(file, MAXIMUM_SECONDS);
  }

  /** Written under another name first, so that a picture is there whole or not at all. */
  private void write(Signal signal, boolean png) throws IOException {
    String title = String.valueOf(file.getFileName());
    Path partial = output.resolveSibling(output.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(partial)) {
        if (png) {
          kind.writePng(signal, title, out);
        } else {
          kind.writeSvg(signal, title, out);
        }
      }
      Files.move(partial, output, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
