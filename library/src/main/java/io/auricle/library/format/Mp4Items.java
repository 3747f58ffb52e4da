package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The items of MP4's list ilst, as iTunes writes them. */
final class Mp4Items {
  private static final String GENRE = "\u00a9gen";
  private static final String GENRE_NUMBER = "gnre";
  private static final String FREE = "----";
  private static final String ITUNES = "com.apple.iTunes";
  private static final String AURICLE = "com.auricle";
  private static final String TEMPO = "tmpo";
  private static final int TEXT = 1;
  private static final int NUMBER = 21;

  /** Version, flags or kind, and language before the value of an atom data. */
  private static final int DATA_HEAD = 8;

  private final List<Mp4Atom> items;

  Mp4Items(List<Mp4Atom> items) {
    this.items = items;
  }

  Map<String, List<String>> fields() throws TagException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Mp4Atom item : items) {
      Optional<String> field = field(item);
      if (field.isEmpty()) {
        continue;
      }
      for (Mp4Atom data : item.inner(0)) {
        byte[] body = data.body();
        if (data.type().equals("data") && body.length >= DATA_HEAD) {
          String text = new String(body, DATA_HEAD, body.length - DATA_HEAD, UTF_8);
          if (item.type().equals(TEMPO)) {
            text = body.length < DATA_HEAD + 1 ? "" : String.valueOf(number(body));
          } else if (item.type().equals(GENRE_NUMBER)) {
            int number = body.length < DATA_HEAD + 2 ? 0 : body[DATA_HEAD + 1] & 0xFF;
            text = Id3Genres.name(number - 1).orElse("");
          }
          fields.computeIfAbsent(field.get(), none -> new ArrayList<>()).add(text);
        }
      }
    }
    return fields;
  }

  private static Optional<String> field(Mp4Atom item) throws TagException {
    return switch (item.type()) {
      case GENRE, GENRE_NUMBER -> Optional.of(TagFormat.GENRE);
      case TEMPO -> Optional.of(TagFormat.TEMPO);
      case FREE ->
          Optional.of(TagFormat.field(part(item, "name").toUpperCase(Locale.ROOT)))
              .filter(name -> !name.equals(TagFormat.GENRE) && !name.equals(TagFormat.TEMPO))
              .filter(TagFormat::isField);
      default -> Optional.empty();
    };
  }

  /** A whole number of one to four bytes, the highest first. */
  private static long number(byte[] body) {
    long number = 0;
    for (int i = DATA_HEAD; i < Math.min(body.length, DATA_HEAD + 4); i++) {
      number = (number << 8) | (body[i] & 0xFF);
    }
    return number;
  }

  private static String part(Mp4Atom item, String type) throws TagException {
    for (Mp4Atom part : item.inner(0)) {
      byte[] body = part.body();
      if (part.type().equals(type) && body.length >= 4) {
        return new String(body, 4, body.length - 4, UTF_8);
      }
    }
    return "";
  }

  List<Mp4Atom> with(Map<String, List<String>> fields) throws TagException {
    List<Mp4Atom> changed = new ArrayList<>();
    for (Mp4Atom item : items) {
      Optional<String> field = field(item);
      if (field.isEmpty() || !fields.containsKey(field.get())) {
        changed.add(item);
      }
    }
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      if (!field.getValue().isEmpty()) {
        changed.add(item(field.getKey(), field.getValue()));
      }
    }
    return changed;
  }

  private static Mp4Atom item(String field, List<String> values) throws TagException {
    List<Mp4Atom> parts = new ArrayList<>();
    if (field.equals(TagFormat.TEMPO)) {
      byte[] head = behind(Numbers.bytes(NUMBER, ByteOrder.BIG_ENDIAN), new byte[4]);
      byte[] tempo = Numbers.bytes(tempo(values.get(0)), ByteOrder.BIG_ENDIAN);
      byte[] data = behind(head, new byte[] {tempo[2], tempo[3]});
      return Mp4Atom.of(TEMPO, new byte[0], List.of(Mp4Atom.of("data", data)), new byte[0]);
    }
    if (!field.equals(TagFormat.GENRE)) {
      String owner = field.startsWith(TagFormat.OWN) ? AURICLE : ITUNES;
      parts.add(Mp4Atom.of("mean", behind(new byte[4], owner.getBytes(ISO_8859_1))));
      parts.add(Mp4Atom.of("name", behind(new byte[4], name(field).getBytes(UTF_8))));
    }
    for (String value : values) {
      byte[] head = behind(Numbers.bytes(TEXT, ByteOrder.BIG_ENDIAN), new byte[4]);
      parts.add(Mp4Atom.of("data", behind(head, value.getBytes(UTF_8))));
    }
    String type = field.equals(TagFormat.GENRE) ? GENRE : FREE;
    return Mp4Atom.of(type, new byte[0], parts, new byte[0]);
  }

  /** Programs look for the key in small letters. */
  private static String name(String field) {
    return field.equals(TagFormat.KEY) ? field.toLowerCase(Locale.ROOT) : field;
  }

  private static int tempo(String text) throws TagException {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 0xFFFF) {
      throw new TagException(
          TagFault.TOO_LARGE, "tempo=%s is no whole number below 65536".formatted(text));
    }
    return Integer.parseInt(text);
  }

  private static byte[] behind(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }
}
