package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The comments of FLAC and Ogg (https://xiph.org/vorbis/doc/v-comment.html). */
final class VorbisComments {
  private final byte[] vendor;
  private final List<byte[]> comments;

  /** What lies behind them: Vorbis' last bit, room, what Opus may have there. */
  private final byte[] rest;

  private VorbisComments(byte[] vendor, List<byte[]> comments, byte[] rest) {
    this.vendor = vendor;
    this.comments = comments;
    this.rest = rest;
  }

  /** None at all, for a file that has no place for them yet. */
  static VorbisComments none() {
    return new VorbisComments("Auricle".getBytes(US_ASCII), List.of(), new byte[0]);
  }

  static VorbisComments read(byte[] bytes, int from) throws TagException {
    int[] at = {from};
    byte[] vendor = part(bytes, at);
    long count = number(bytes, at);
    if (count > (bytes.length - at[0]) / Integer.BYTES) {
      throw TagException.corrupt("comments=%d of it do not fit in".formatted(count));
    }
    List<byte[]> comments = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      comments.add(part(bytes, at));
    }
    return new VorbisComments(vendor, comments, Arrays.copyOfRange(bytes, at[0], bytes.length));
  }

  private static long number(byte[] bytes, int[] at) throws TagException {
    if (at[0] > bytes.length - Integer.BYTES) {
      throw TagException.corrupt("its comments end too early");
    }
    long number = Numbers.of(bytes, at[0], ByteOrder.LITTLE_ENDIAN);
    at[0] += Integer.BYTES;
    return number;
  }

  private static byte[] part(byte[] bytes, int[] at) throws TagException {
    long length = number(bytes, at);
    if (length > bytes.length - at[0]) {
      throw TagException.corrupt("its comments end too early");
    }
    byte[] part = Arrays.copyOfRange(bytes, at[0], at[0] + (int) length);
    at[0] += (int) length;
    return part;
  }

  Map<String, List<String>> fields() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (byte[] comment : comments) {
      String text = new String(comment, UTF_8);
      String name = name(comment);
      if (TagFormat.isField(name)) {
        fields
            .computeIfAbsent(name, none -> new ArrayList<>())
            .add(text.substring(text.indexOf('=') + 1));
      }
    }
    return fields;
  }

  private static String name(byte[] comment) {
    int end = 0;
    while (end < comment.length && comment[end] != '=') {
      end++;
    }
    return end == comment.length
        ? ""
        : TagFormat.field(new String(comment, 0, end, UTF_8).toUpperCase(Locale.ROOT));
  }

  byte[] with(Map<String, List<String>> fields) {
    List<byte[]> changed = new ArrayList<>();
    for (byte[] comment : comments) {
      if (!fields.containsKey(name(comment))) {
        changed.add(comment);
      }
    }
    fields.forEach(
        (name, values) ->
            values.forEach(value -> changed.add((name + "=" + value).getBytes(UTF_8))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    add(out, vendor);
    out.writeBytes(Numbers.bytes(changed.size(), ByteOrder.LITTLE_ENDIAN));
    changed.forEach(comment -> add(out, comment));
    out.writeBytes(rest);
    return out.toByteArray();
  }

  private static void add(ByteArrayOutputStream out, byte[] part) {
    out.writeBytes(Numbers.bytes(part.length, ByteOrder.LITTLE_ENDIAN));
    out.writeBytes(part);
  }
}
