package io.auricle.cli.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.cli.output.CsvOptions;
import io.auricle.folder.WholeFile;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where songs go, and in what format. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SongOutput {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: what the ending of --output says).")
  private @Nullable SongFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to a file, in place of one that is there.")
  private @Nullable Path file;

  @Mixin private CsvOptions csv;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * The format that was chosen.
   *
   * @param usual where nothing says another one
   */
  SongFormat format(SongFormat usual) {
    if (format != null) {
      return format;
    }
    return file == null
        ? usual
        : SongFormat.of(file.toString())
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--output=%s must end in .csv, .jsonl, .m3u8 or .txt, or say --format"
                            .formatted(file)));
  }

  /** The folder that formats with a file for each song go to. */
  Path folder() {
    if (file == null) {
      throw new ParameterException(
          spec.commandLine(), "--format=jams needs a folder for its files: -o DIR");
    }
    return file.toAbsolutePath();
  }

  /**
   * Writes songs.
   *
   * @param all whether with everything that is known of them
   */
  void write(SongFormat chosen, List<Song> songs, SongReader reader, boolean all)
      throws IOException {
    @Nullable Path base = file == null ? null : file.toAbsolutePath().getParent();
    SongList list = new SongList(songs, reader.models(), reader, all, csv.style(), base);
    if (file == null) {
      PrintWriter out = spec.commandLine().getOut();
      chosen.write(list, out);
      out.flush();
      return;
    }
    WholeFile.write(
        file.toAbsolutePath(),
        stream -> {
          PrintWriter out = new PrintWriter(new OutputStreamWriter(stream, UTF_8));
          chosen.write(list, out);
          out.flush();
          if (out.checkError()) {
            throw new IOException(file + ": it cannot be written; is the disk full?");
          }
        });
  }
}
