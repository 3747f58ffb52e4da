package io.auricle.cli.files;

import io.auricle.folder.NamelessFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files that a command listens to: by name, in folders, from lists, from standard input. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class SoundArguments {
  private static final String STANDARD = "-";

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Audio files, or folders: all audio files below them; - is sound from standard input,"
              + " @LIST the files that LIST names.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--files-from",
      paramLabel = "LIST",
      description =
          "Also the files and folders that LIST names, a line each or, as find -print0 writes them,"
              + " ended by a zero byte; - is standard input.")
  private @Nullable Path list;

  @Option(
      names = {"-0", "--null"},
      description = "Names in lists are ended by zero bytes, even if there is none.")
  private boolean zeros;

  @Mixin private FolderOption folders;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * Finds the files, and takes sound from standard input if it is one of them.
   *
   * @param mostBytes of standard input
   */
  public Sounds open(long mostBytes) throws IOException {
    if (paths.isEmpty() && list == null) {
      throw usage("Missing required parameter: 'PATH'");
    }
    boolean standard = paths.stream().anyMatch(SoundArguments::isStandard);
    if (standard && list != null && isStandard(list)) {
      throw usage("standard input is either sound (-) or a list (--files-from=-), not both");
    }
    List<Path> named = new ArrayList<>();
    for (Path path : paths) {
      if (isList(path)) {
        named.addAll(read(Path.of(path.toString().substring(1))));
      } else {
        named.add(path);
      }
    }
    if (list != null) {
      named.addAll(read(list));
    }
    List<Path> files = folders.files(named);
    if (!standard) {
      return new Sounds(files.stream().map(Sound::of).toList(), null);
    }
    NamelessFile input = NamelessFile.read(System.in, mostBytes);
    return new Sounds(
        files.stream()
            .map(file -> isStandard(file) ? new Sound(STANDARD, input.path()) : Sound.of(file))
            .toList(),
        input);
  }

  private static boolean isStandard(Path path) {
    return path.toString().equals(STANDARD);
  }

  /** A file of that very name is itself; {@code ./@song.mp3} surely is. */
  private static boolean isList(Path path) {
    String name = path.toString();
    return name.length() > 1
        && name.startsWith("@")
        && !Files.exists(path)
        && Files.isRegularFile(Path.of(name.substring(1)));
  }

  private List<Path> read(Path file) throws IOException {
    if (!isStandard(file) && !Files.exists(file)) {
      throw usage("list %s: no such file".formatted(file));
    }
    byte[] bytes = isStandard(file) ? System.in.readAllBytes() : Files.readAllBytes(file);
    return FileList.paths(bytes, zeros).stream()
        .map(path -> isStandard(path) ? Path.of(".", STANDARD) : path)
        .toList();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
