package io.auricle.dataset;

import io.auricle.text.RegularFile;
import io.auricle.text.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checksums of files, and lists of them as {@code sha256sum} and its like write them. */
public final class Checksums {
  private static final Pattern LINE =
      Pattern.compile("(\\p{XDigit}{32}|\\p{XDigit}{40}|\\p{XDigit}{64})[ \\t]+\\*?(.+)");

  private Checksums() {}

  /**
   * Reads a list: the checksum of each file by its folder and name, as {@link #key}.
   *
   * @throws DatasetException if a line is none of such a list
   */
  public static Map<String, String> read(Path list) throws DatasetException {
    try (InputStream in = RegularFile.open(list, TextFile.MOST_BYTES_LISTED)) {
      return read(list, in);
    } catch (IOException e) {
      throw DatasetException.unreadable(list, e);
    }
  }

  /** The same, from an open list. */
  public static Map<String, String> read(Path list, InputStream in)
      throws DatasetException, IOException {
    Map<String, String> sums = new HashMap<>();
    BufferedReader reader = TextFile.over(list, in, TextFile.MOST_BYTES_LISTED);
    long number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      Matcher matcher = LINE.matcher(line.strip());
      if (matcher.matches()) {
        sums.put(key(Path.of(matcher.group(2))), matcher.group(1).toLowerCase(Locale.ROOT));
      } else if (!line.isBlank()) {
        throw new DatasetException(
            list, number, "must be a checksum and a file, as sha256sum writes them");
      }
    }
    return sums;
  }

  /** What a file is known by in lists: its folder and its name. */
  public static String key(Path file) {
    int names = file.getNameCount();
    String name = String.valueOf(file.getFileName());
    return names < 2 ? name : file.getName(names - 2) + "/" + name;
  }

  /** The SHA-256 of a file in hexadecimal digits. */
  public static String sha256(Path file) throws IOException {
    return of(file, "SHA-256");
  }

  /** Whether a file has a checksum of any of the kinds that lists are made of. */
  public static boolean fits(Path file, String checksum) throws IOException {
    String algorithm =
        switch (checksum.length()) {
          case 32 -> "MD5";
          case 40 -> "SHA-1";
          default -> "SHA-256";
        };
    return of(file, algorithm).equals(checksum);
  }

  private static String of(Path file, String algorithm) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has " + algorithm, e);
    }
  }
}
