package io.auricle.file;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Paths as texts and back, also those that are no text: on Linux a name is any bytes, and some are
 * not UTF-8 ({@code caf\xe9.mp3} from a disk of long ago). Such a path is written as the address of
 * its file, {@code file:///music/caf%E9.mp3}, every other as it is; {@link #path} reads both, so
 * that whatever was written leads to its file again.
 */
public final class FileName {
  private static final String SCHEME = "file:";

  /** How the launcher names a work folder to Java whose name is no text. */
  private static final String HERE = "file:///proc/self/cwd";

  private static final char UNKNOWN = '\uFFFD';

  /** Whether Java turns the bytes of names into texts as UTF-8. */
  private static final boolean UTF_8 =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
          .equals(StandardCharsets.UTF_8);

  private static final boolean BYTES = File.separatorChar == '/';

  private FileName() {}

  /** A path to be written: itself, or the address of its file where it is no text. */
  public static String text(Path path) {
    return isText(path) ? path.toString() : utf8(bytes(path)).orElseGet(() -> address(path));
  }

  /**
   * A path within a folder, with slashes on every system; where it is no text, bytes beyond ASCII
   * stand as {@code %E9}. Does not depend on where the folder lies.
   */
  public static String inside(Path path) {
    String plain = path.toString().replace(File.separatorChar, '/');
    return isText(path) ? plain : utf8(bytes(path)).orElseGet(() -> escaped(bytes(path)));
  }

  /** Whether Java's text of a path surely holds all of it. */
  public static boolean isText(Path path) {
    return !BYTES || (UTF_8 && path.toString().indexOf(UNKNOWN) < 0);
  }

  /**
   * The path that a text means.
   *
   * @throws InvalidPathException if no path is written so
   */
  public static Path path(String text) {
    if (text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      try {
        String rest = text.substring(SCHEME.length()).replaceFirst("^//localhost(?=/)", "");
        return Path.of(new URI(SCHEME + rest));
      } catch (URISyntaxException | IllegalArgumentException e) {
        // No address of a file: a name like any other.
        return Path.of(text);
      }
    }
    return BYTES && !UTF_8 ? ofBytes(text.getBytes(StandardCharsets.UTF_8)) : Path.of(text);
  }

  /** The path whose name is made of these bytes. */
  public static Path ofBytes(byte[] name) {
    Optional<String> text = utf8(name);
    boolean plain = text.isPresent() && (UTF_8 || text.get().chars().allMatch(c -> c < 0x80));
    if (plain || !BYTES) {
      return path(text.orElseGet(() -> new String(name, StandardCharsets.UTF_8)));
    }
    StringBuilder address = new StringBuilder(SCHEME + "//");
    Path here = Path.of("").toAbsolutePath();
    if (name.length == 0 || name[0] != '/') {
      address.append(here.toUri().getRawPath());
    }
    Path path = Path.of(URI.create(address.append(escaped(name)).toString()));
    return name.length > 0 && name[0] == '/' ? path : here.relativize(path);
  }

  /** The bytes of a path's name; on systems whose names are texts, those of its UTF-8. */
  public static byte[] bytes(Path path) {
    if (isText(path)) {
      return path.toString().getBytes(StandardCharsets.UTF_8);
    }
    byte[] whole = unescaped(address(path));
    if (path.isAbsolute()) {
      return whole;
    }
    int above = unescaped(address(Path.of("").toAbsolutePath())).length + 1;
    return above > whole.length ? new byte[0] : Arrays.copyOfRange(whole, above, whole.length);
  }

  /** A file's address, without the slash behind a folder. */
  private static String address(Path path) {
    String address = path.toUri().toString();
    if (address.startsWith(HERE)) {
      address = here() + address.substring(HERE.length());
    }
    return address.length() > SCHEME.length() + 3 && address.endsWith("/")
        ? address.substring(0, address.length() - 1)
        : address;
  }

  /** The address of the work folder, by its own name. */
  private static String here() {
    try {
      String real = Path.of(URI.create(HERE)).toRealPath().toUri().toString();
      return real.endsWith("/") ? real.substring(0, real.length() - 1) : real;
    } catch (IOException e) {
      return HERE;
    }
  }

  private static byte[] unescaped(String address) {
    String path = address.substring(SCHEME.length()).replaceFirst("^//", "");
    byte[] bytes = new byte[path.length()];
    int length = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%') {
        bytes[length++] = (byte) Integer.parseInt(path.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[length++] = (byte) c;
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String escaped(byte[] name) {
    StringBuilder text = new StringBuilder();
    for (byte b : name) {
      text.append(isPlain(b) ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
    }
    return text.toString();
  }

  private static boolean isPlain(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || b == '/'
        || b == '.'
        || b == '-'
        || b == '_';
  }
}
