package io.auricle.reproduce;

import io.auricle.file.AudioExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of the studies are. Needs and commands name the common download of GTZAN as it
 * lies in its root, {@code ${data}/genres_original} and the like; it is found as well in the folder
 * {@code Data} that it is unpacked to, and its clips in the layouts of other copies.
 *
 * @param folder with the data sets
 * @param outside a folder of songs from outside of them, a folder a genre; null if there is none
 */
public record GivenData(Path folder, @Nullable Path outside) {
  /** What stands for the outside songs among the needs of a variant. */
  public static final String OUTSIDE = "--outside";

  private static final String DATA = "${data}";
  private static final String CLIPS = "genres_original";

  /** What stands for all clips among the needs. */
  private static final String LAST_CLIP = CLIPS + "/blues/blues.00099.wav";

  /** What of the common download is looked for, beside the clips. */
  private static final List<String> DOWNLOADED =
      List.of("images_original", "features_30_sec.csv", "features_3_sec.csv");

  /** Where a download lies: as it is given, or in the folder that its archive holds. */
  private static final List<String> ROOTS = List.of("", "Data", "data");

  /** What holds the folders of the genres: the common download, the tarball, or nothing else. */
  private static final List<String> LAYOUTS = List.of(CLIPS, "genres", "");

  private static final String WAV = ".wav";

  /** A clip that only who has all of them has, one or another missing. */
  private static final Pattern LAST = Pattern.compile("blues\\.0009\\d(\\.\\w+)");

  /** All clips: where the folders of the genres are, and the ending of the files. */
  private record Clips(String place, String ending) {}

  /** Without songs from outside. */
  public static GivenData of(Path folder) {
    return new GivenData(folder, null);
  }

  /** Those of some needs that are not there. */
  List<String> missing(List<String> needs) {
    List<String> missing = new ArrayList<>();
    for (String need : needs) {
      if (!isThere(need)) {
        missing.add(need);
      }
    }
    return missing;
  }

  private boolean isThere(String need) {
    return switch (need) {
      case OUTSIDE -> outside != null;
      case LAST_CLIP -> clips().isPresent();
      default -> found(need).isPresent();
    };
  }

  /**
   * A setting or a word of a command with the places below {@code ${data}} at which files of the
   * common download are. The folder itself is not filled in: settings are YAML, which its name need
   * not be.
   */
  String located(String text) {
    String located = text;
    for (String name : DOWNLOADED) {
      located = located.replace(DATA + "/" + name, DATA + "/" + found(name).orElse(name));
    }
    String all = DATA + "/" + CLIPS;
    Optional<Clips> clips = located.contains(all) ? clips() : Optional.empty();
    if (clips.isEmpty()) {
      return located;
    }
    String there = located.replace(all, below(DATA, clips.get().place()));
    return there.endsWith(WAV)
        ? there.substring(0, there.length() - WAV.length()) + clips.get().ending()
        : there;
  }

  /** Where something of the download is, by its name in the root. */
  private Optional<String> found(String name) {
    boolean downloaded = DOWNLOADED.stream().anyMatch(name::startsWith);
    return (downloaded ? ROOTS : List.of(""))
        .stream()
            .map(root -> below(root, name))
            .filter(place -> Files.exists(folder.resolve(place)))
            .findFirst();
  }

  private Optional<Clips> clips() {
    for (String root : ROOTS) {
      for (String layout : LAYOUTS) {
        String place = below(root, layout);
        Optional<String> ending = ending(folder.resolve(below(place, "blues")));
        if (ending.isPresent()) {
          return Optional.of(new Clips(place, ending.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static String below(String place, String name) {
    return place.isEmpty() || name.isEmpty() ? place + name : place + "/" + name;
  }

  /** The ending of the last clips of a genre's folder, of which some may be missing. */
  private static Optional<String> ending(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> endings =
          files
              .filter(AudioExtension::isAudio)
              .map(file -> LAST.matcher(String.valueOf(file.getFileName())))
              .filter(Matcher::matches)
              .map(name -> name.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      return endings.contains(WAV) ? Optional.of(WAV) : endings.stream().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
