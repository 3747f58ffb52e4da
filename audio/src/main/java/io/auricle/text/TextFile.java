package io.auricle.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads files of text that users write or name. Before anything is read, the file has to be a
 * regular one of a size that such a file may have; then it has to be UTF-8, with or without a byte
 * order mark.
 */
public final class TextFile {
  /** What somebody writes by hand: experiments, networks, feature sets, cards. */
  public static final int MOST_BYTES_WRITTEN = 1_000_000;

  /** Lists with a line a track, and what runs note. */
  public static final int MOST_BYTES_LISTED = 50_000_000;

  /** Tables that are held in memory. */
  public static final long MOST_BYTES_OF_TABLE = 2_000_000_000L;

  /** Tables that are read row by row. */
  public static final long ANY_SIZE = Long.MAX_VALUE;

  private TextFile() {}

  /**
   * Opens a file; what is wrong with its text comes while it is read.
   *
   * @param mostBytes how large it may be
   * @throws TextFileException if it is larger, or no regular file
   * @throws IOException if there is none, or it cannot be read
   */
  public static BufferedReader open(Path file, long mostBytes) throws IOException {
    return over(file, RegularFile.open(file, mostBytes), mostBytes);
  }

  /** The text of a stream that is open already, named as a file in messages. */
  public static BufferedReader over(Path file, InputStream in, long mostBytes) {
    return new BufferedReader(new TextReader(file, in, mostBytes), 1 << 16);
  }

  /**
   * The whole text.
   *
   * @throws IOException as {@link #open}; a {@link TextFileException} with the line if it is no
   *     UTF-8
   */
  public static String read(Path file, int mostBytes) throws IOException {
    try (Reader reader = open(file, mostBytes)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    }
  }

  /**
   * The lines of the text.
   *
   * @throws IOException as {@link #read}
   */
  public static List<String> lines(Path file, int mostBytes) throws IOException {
    return read(file, mostBytes).lines().toList();
  }
}
