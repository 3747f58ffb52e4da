import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Packs a folder, with what may be run marked as such and times that do not depend on the zone. */
final class ZipFolder {
  private ZipFolder() {}

  static void write(Path folder, Path zip) throws IOException {
    Files.deleteIfExists(zip);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (FileSystem target = FileSystems.newFileSystem(zip, options)) {
      for (Path file : files) {
        String name = folder.getParent().relativize(file).toString().replace('\\', '/');
        Path entry = target.getPath(name);
        Files.createDirectories(entry.getParent());
        Files.copy(file, entry);
        boolean program = Files.isExecutable(file);
        Files.setPosixFilePermissions(
            entry, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        // With a time of access zipfs writes times in seconds of UTC beside those of DOS. The class
        // cache asks that jars have the time that they had.
        FileTime time = Files.getLastModifiedTime(file);
        Files.getFileAttributeView(entry, BasicFileAttributeView.class).setTimes(time, time, time);
      }
    }
  }
}
