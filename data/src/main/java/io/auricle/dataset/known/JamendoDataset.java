package io.auricle.dataset.known;

import io.auricle.dataset.Checksums;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * MTG-Jamendo: full tracks with tags of genre, instrument, mood and theme, as published in tables
 * divided by tabs. Audio may lie in the folder itself or one further down, in the original or the
 * low quality.
 */
final class JamendoDataset implements Dataset {
  private static final DatasetCard CARD = CardFile.read("jamendo");
  private static final List<String> FOLDERS = List.of("data", ".");
  private static final List<String> PARTS = List.of("train", "validation", "test");
  private static final String SPLIT = "official-";

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex annotations(Path root, Target target) throws DatasetException {
    Path table = find(root, table(target) + ".tsv");
    List<Path> bases = bases(root);
    Path audio = bases.isEmpty() ? table.resolveSibling("") : root;
    TrackList tracks = new TrackList(CARD, target, table, audio);
    for (JamendoTable.Row row : JamendoTable.read(table)) {
      tracks.add(row.line(), track(target, row, audio(bases, row.path())));
    }
    return tracks.index(root);
  }

  @Override
  public Map<String, List<Track>> published(Path root, Target target, String split)
      throws DatasetException {
    if (!CARD.splits().containsKey(split)) {
      return Dataset.super.published(root, target, split);
    }
    Map<String, List<Track>> parts = new LinkedHashMap<>();
    Map<TrackId, String> seen = new HashMap<>();
    for (String part : PARTS) {
      String name = "splits/split-%s/%s-%s.tsv";
      Path table = find(root, name.formatted(split.substring(SPLIT.length()), table(target), part));
      List<Track> tracks = new ArrayList<>();
      for (JamendoTable.Row row : JamendoTable.read(table)) {
        tracks.add(track(target, row, null));
        String other = seen.put(row.track(), part);
        if (other != null) {
          throw new DatasetException(
              table, row.line(), "track " + row.track() + " is also in part " + other);
        }
      }
      parts.put(part, tracks);
    }
    return parts;
  }

  @Override
  public Map<String, String> checksums(Path root) throws DatasetException {
    Map<String, String> all = new HashMap<>();
    for (String folder : FOLDERS) {
      Path lists = root.resolve(folder).resolve("download");
      if (Files.isDirectory(lists)) {
        try (Stream<Path> files = Files.list(lists)) {
          for (Path list : files.sorted().toList()) {
            if (list.toString().endsWith("_sha256_tracks.txt")) {
              all.putAll(Checksums.read(list));
            }
          }
        } catch (IOException e) {
          throw DatasetException.unreadable(lists, e);
        }
      }
    }
    return all;
  }

  private static Track track(Target target, JamendoTable.Row row, @Nullable Path audio) {
    List<Label> labels = row.tags().stream().map(tag -> label(target, tag)).toList();
    return new Track(row.track(), audio, labels, row.artist(), row.album(), null);
  }

  /** The published name of a target's table. */
  private static String table(Target target) {
    return switch (target.name()) {
      case "all" -> "autotagging";
      case "top50" -> "autotagging_top50tags";
      default -> "autotagging_" + target.name();
    };
  }

  /** A tag without its category where the target has only one category. */
  private static Label label(Target target, String tag) {
    boolean mixed = target.name().equals("all") || target.name().equals("top50");
    return new Label(mixed ? tag : tag.substring(tag.indexOf(JamendoTable.DASHES) + 3));
  }

  private static Path find(Path root, String name) throws DatasetException {
    for (String folder : FOLDERS) {
      Path file = root.resolve(folder).resolve(name).normalize();
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new DatasetException(
        root, "no %s here or in its folder data; expected:\n%s".formatted(name, CARD.tree()));
  }

  /** The folder and those in it that have folders 00 to 99. */
  private static List<Path> bases(Path root) throws DatasetException {
    try (Stream<Path> children = Files.list(root)) {
      return Stream.concat(Stream.of(root), children.filter(Files::isDirectory).sorted())
          .filter(JamendoDataset::hasNumbers)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw DatasetException.unreadable(root, e);
    }
  }

  private static boolean hasNumbers(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.anyMatch(
          child ->
              String.valueOf(child.getFileName()).matches("\\d\\d") && Files.isDirectory(child));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of a track: {@code 48/948.mp3}, else {@code 48/948.low.mp3}; null without folders. */
  private static @Nullable Path audio(List<Path> bases, String path) {
    String low = path.replaceFirst("\\.mp3$", ".low.mp3");
    return bases.stream()
        .flatMap(base -> Stream.of(base.resolve(path), base.resolve(low)))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(bases.isEmpty() ? null : bases.get(0).resolve(path));
  }
}
