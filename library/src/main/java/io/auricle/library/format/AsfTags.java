package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * ASF, of which WMA is made: the object of extended content descriptions in the header. The sizes
 * of the header and of the file are the only other bytes that change.
 */
final class AsfTags implements TagFormat {
  private static final byte[] HEADER = id("3026B2758E66CF11A6D900AA0062CE6C");
  private static final byte[] CONTENT = id("40A4D0D207E3D21197F000A0C95EA850");
  private static final byte[] PROPERTIES = id("A1DCAB8C47A9CF118EE400C00C205365");
  private static final int HEADER_HEAD = 30;
  private static final int HEAD = 24;
  private static final int FILE_SIZE_AT = HEAD + 16;

  private final FileBytes file;
  private final byte[] header;
  private final List<byte[]> objects = new ArrayList<>();
  private final List<byte[]> descriptors = new ArrayList<>();

  AsfTags(FileBytes file) throws IOException, TagException {
    this.file = file;
    long length = number(file.read(16, 8), 0);
    this.header = file.read(0, length < HEADER_HEAD ? -1 : length);
    int at = HEADER_HEAD;
    while (at < header.length) {
      long size = at > header.length - HEAD ? -1 : number(header, at + 16);
      if (size < HEAD || size > header.length - at) {
        throw TagException.corrupt("an object at byte %d goes beyond its header".formatted(at));
      }
      objects.add(Arrays.copyOfRange(header, at, at + (int) size));
      at += (int) size;
    }
    for (byte[] object : objects) {
      if (isOf(object, CONTENT)) {
        if (!descriptors.isEmpty()) {
          throw TagException.corrupt("it has several objects of descriptions");
        }
        read(object);
      }
    }
  }

  /** Whether a file begins as ASF does. */
  static boolean is(FileBytes file) throws IOException, TagException {
    return file.size() > HEADER_HEAD && Arrays.equals(file.read(0, HEADER.length), HEADER);
  }

  private static byte[] id(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static boolean isOf(byte[] object, byte[] id) {
    return Arrays.equals(object, 0, id.length, id, 0, id.length);
  }

  private static long number(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
  }

  private static int small(byte[] bytes, int at) throws TagException {
    if (at > bytes.length - 2) {
      throw TagException.corrupt("its descriptions end too early");
    }
    return (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
  }

  private void read(byte[] object) throws TagException {
    int count = small(object, HEAD);
    int at = HEAD + 2;
    for (int i = 0; i < count; i++) {
      int name = 2 + small(object, at);
      int end = at + name + 4 + small(object, at + name + 2);
      if (end > object.length) {
        throw TagException.corrupt("its descriptions end too early");
      }
      descriptors.add(Arrays.copyOfRange(object, at, end));
      at = end;
    }
    if (at != object.length) {
      throw TagException.corrupt("something lies behind its descriptions");
    }
  }

  private static String field(byte[] descriptor) throws TagException {
    String name = text(descriptor, 2, small(descriptor, 0)).toUpperCase(Locale.ROOT);
    return switch (name) {
      case "WM/GENRE" -> GENRE;
      case "WM/MOOD" -> MOOD;
      case "WM/BEATSPERMINUTE" -> TEMPO;
      case "WM/INITIALKEY" -> KEY;
      default -> name.startsWith(OWN) ? name : "";
    };
  }

  private static String text(byte[] bytes, int at, int length) {
    String text = new String(bytes, at, length, UTF_16LE);
    return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public Map<String, List<String>> fields() throws TagException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (byte[] descriptor : descriptors) {
      String field = field(descriptor);
      int kind = 2 + small(descriptor, 0);
      if (!field.isEmpty() && small(descriptor, kind) == 0) {
        String text = text(descriptor, kind + 4, small(descriptor, kind + 2));
        fields.computeIfAbsent(field, none -> new ArrayList<>()).add(text);
      }
    }
    return fields;
  }

  @Override
  public Patch with(Map<String, List<String>> fields) throws TagException {
    List<byte[]> changed = new ArrayList<>();
    for (byte[] descriptor : descriptors) {
      if (!fields.containsKey(field(descriptor))) {
        changed.add(descriptor);
      }
    }
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      for (String value : field.getValue()) {
        changed.add(descriptor(field.getKey(), value));
      }
    }
    byte[] content = content(changed);
    Optional<byte[]> held = objects.stream().filter(o -> isOf(o, CONTENT)).findFirst();
    long more = (long) content.length - held.map(object -> object.length).orElse(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] head = Arrays.copyOf(header, HEADER_HEAD);
    ByteBuffer.wrap(head)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(16, header.length + more)
        .putInt(24, objects.size() + (held.isEmpty() ? 1 : 0));
    out.writeBytes(head);
    for (byte[] object : objects) {
      out.writeBytes(isOf(object, CONTENT) ? content : sized(object, more));
    }
    if (held.isEmpty()) {
      out.writeBytes(content);
    }
    return new Patch().put(out.toByteArray()).keep(header.length, file.size() - header.length);
  }

  /** An object with the size of the file in it, if it is the one that has it. */
  private byte[] sized(byte[] object, long more) {
    if (!isOf(object, PROPERTIES) || object.length < FILE_SIZE_AT + 8) {
      return object;
    }
    byte[] sized = object.clone();
    ByteBuffer fields = ByteBuffer.wrap(sized).order(ByteOrder.LITTLE_ENDIAN);
    fields.putLong(FILE_SIZE_AT, fields.getLong(FILE_SIZE_AT) + more);
    return sized;
  }

  private static byte[] descriptor(String field, String value) throws TagException {
    String name =
        switch (field) {
          case GENRE -> "WM/Genre";
          case MOOD -> "WM/Mood";
          case TEMPO -> "WM/BeatsPerMinute";
          case KEY -> "WM/InitialKey";
          default -> field;
        };
    byte[] first = (name + "\0").getBytes(UTF_16LE);
    byte[] second = (value + "\0").getBytes(UTF_16LE);
    if (second.length > 0xFFFF) {
      throw new TagException(TagFault.TOO_LARGE, "a value is over 64 kB, which ASF cannot hold");
    }
    ByteBuffer out =
        ByteBuffer.allocate(6 + first.length + second.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) first.length).put(first).putShort((short) 0);
    return out.putShort((short) second.length).put(second).array();
  }

  private static byte[] content(List<byte[]> descriptors) throws TagException {
    if (descriptors.size() > 0xFFFF) {
      throw new TagException(TagFault.TOO_LARGE, "it has over 65,535 descriptions");
    }
    int length = HEAD + 2 + descriptors.stream().mapToInt(d -> d.length).sum();
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(CONTENT).putLong(length).putShort((short) descriptors.size());
    descriptors.forEach(out::put);
    return out.array();
  }
}
