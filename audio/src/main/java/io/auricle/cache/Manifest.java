package io.auricle.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a folder of the cache must hold: each file with its SHA-256 and its {@link FileStamp}. It is
 * written last, when everything else is on the disk, so a folder without one is not whole.
 *
 * <p>A folder is whole if all stamps are what they were. Where one differs (the folder was copied,
 * restored, damaged) every byte is read; if the hashes agree the new stamps are noted.
 *
 * @param entries one a file
 */
record Manifest(List<Entry> entries) {
  static final String NAME = "manifest";

  private static final String HEAD = "auricle cache 1";

  /** A manifest of a hundred files has 15,000. */
  private static final long MOST_BYTES = 1 << 20;

  /**
   * @param hash SHA-256 of the content, in hexadecimal digits
   * @param stamp what the system said of the file
   * @param name in the folder
   */
  record Entry(String hash, String stamp, String name) {}

  /** Brings all files of a folder to the disk, then its manifest. */
  static void write(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> !isManifest(file)).sorted().toList();
    }
    for (Path file : files) {
      force(file);
      entries.add(new Entry(hash(file), FileStamp.of(file), String.valueOf(file.getFileName())));
    }
    new Manifest(entries).store(folder);
  }

  private static boolean isManifest(Path file) {
    return file.getFileName().toString().startsWith(NAME);
  }

  private void store(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    entries.forEach(entry -> lines.add(entry.hash + " " + entry.stamp + " " + entry.name));
    lines.add("end " + entries.size());
    Path part = folder.resolve(NAME + "-" + UUID.randomUUID());
    try {
      Files.write(part, lines, UTF_8, StandardOpenOption.CREATE_NEW);
      force(part);
      Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    forceFolder(folder);
  }

  private static Optional<Manifest> read(Path folder) {
    Path file = folder.resolve(NAME);
    List<String> lines;
    try {
      // A pipe or a device in its place would never end.
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      lines = Files.readAllLines(file, UTF_8);
    } catch (IOException e) {
      return Optional.empty();
    }
    int count = lines.size() - 2;
    if (count < 1
        || !lines.get(0).equals(HEAD)
        || !lines.get(count + 1).equals("end ".concat(Integer.toString(count)))) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    for (String line : lines.subList(1, count + 1)) {
      String[] words = line.split(" ", 3);
      if (words.length < 3 || !isName(words[2])) {
        return Optional.empty();
      }
      entries.add(new Entry(words[0], words[1], words[2]));
    }
    return Optional.of(new Manifest(entries));
  }

  private static boolean isName(String text) {
    try {
      return Path.of(text).getNameCount() == 1;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether a folder holds what its manifest says; reads the files only if they were touched. */
  static boolean isWhole(Path folder) {
    Optional<Manifest> manifest = read(folder);
    return manifest.isPresent() && (manifest.get().isUntouched(folder) || isWholeToTheByte(folder));
  }

  /** Whether a folder holds what its manifest says; reads every file. */
  static boolean isWholeToTheByte(Path folder) {
    Optional<Manifest> manifest = read(folder);
    if (manifest.isEmpty()) {
      return false;
    }
    List<Entry> seen = new ArrayList<>();
    try {
      for (Entry entry : manifest.get().entries) {
        Path file = folder.resolve(entry.name);
        String stamp = FileStamp.of(file);
        if (!isProgram(file) || !hash(file).equals(entry.hash)) {
          return false;
        }
        seen.add(new Entry(entry.hash, stamp, entry.name));
      }
    } catch (IOException e) {
      return false;
    }
    if (!seen.equals(manifest.get().entries)) {
      try {
        new Manifest(seen).store(folder);
      } catch (IOException e) {
        // A cache that cannot be written is read at each start.
      }
    }
    return true;
  }

  private boolean isUntouched(Path folder) {
    try {
      for (Entry entry : entries) {
        Path file = folder.resolve(entry.name);
        if (!FileStamp.of(file).equals(entry.stamp) || !isProgram(file)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether it may be run or loaded here: not so where a mount forbids it. */
  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isExecutable(file);
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    byte[] block = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int count; (count = in.read(block)) >= 0; ) {
        digest.update(block, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Brings the names in a folder to the disk, where folders can be opened. */
  static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot, and need not.
    }
  }
}
