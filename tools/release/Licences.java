import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether the full text of the licence of everything in a release lies in it. */
final class Licences {
  /** What jars and folders are under which texts, by how their names begin. */
  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  private final Path folder;

  /** Reads {@code index.txt} of the folder of texts: a name's beginning, a colon, file names. */
  Licences(Path folder) throws IOException {
    this.folder = folder;
    for (String line : Files.readAllLines(folder.resolve("index.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(":", 2);
        texts.put(parts[0].strip(), List.of(parts[1].strip().split("\\s+")));
      }
    }
  }

  /** What has no text: files of a folder that no line names, and lines whose text is not there. */
  List<String> missing(Path... folders) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (Path place : folders) {
      try (Stream<Path> files = Files.list(place)) {
        files
            .filter(
                file ->
                    file.toString().endsWith(".jar")
                        || (Files.isDirectory(file) && !file.endsWith("natives")))
            .map(file -> file.getFileName().toString())
            .forEach(names::add);
      }
    }
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      List<String> found =
          texts.entrySet().stream()
              .filter(line -> name.startsWith(line.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(List.of());
      if (found.isEmpty()) {
        missing.add(name + " has no line in index.txt");
      }
      for (String text : found) {
        Path file = folder.resolve(text);
        if (!Files.isRegularFile(file) || Files.size(file) < 500) {
          missing.add(name + " is under " + text + ", which is not there");
        }
      }
    }
    return missing;
  }
}
