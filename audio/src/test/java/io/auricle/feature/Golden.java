package io.auricle.feature;

import io.auricle.audio.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A recorded reference vector with its passport. */
public final class Golden {
  /** Passports are flat: one field a line. */
  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": (?:\"([^\"]*)\"|([^,\\s]+)),?");

  private final String name;
  private final Map<String, String> fields = new HashMap<>();
  private final float[] values;

  private Golden(String name) {
    this.name = name;
    Matcher matcher = FIELD.matcher(new String(read(name + ".json"), StandardCharsets.UTF_8));
    while (matcher.find()) {
      fields.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
    }
    byte[] bytes = read(name + ".f32");
    this.values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
  }

  static Golden named(String name) {
    return new Golden(name);
  }

  static List<String> names() {
    return lines("index.txt");
  }

  public static List<String> lines(String file) {
    return new String(read(file), StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] read(String file) {
    try (InputStream stream = Golden.class.getResourceAsStream("/golden/" + file)) {
      return Objects.requireNonNull(stream, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String field, String otherwise) {
    return fields.getOrDefault(field, otherwise);
  }

  String text(String field) {
    return Objects.requireNonNull(fields.get(field), name + " lacks " + field);
  }

  int whole(String field) {
    return Integer.parseInt(text(field));
  }

  double number(String field) {
    return Double.parseDouble(text(field));
  }

  Signal signal() {
    return SyntheticSignal.of(text("signal"), whole("rate"), number("seconds"));
  }

  /** The expected value: librosa keeps [rows, frames], so this transposes. */
  float at(int frame, int column) {
    return values[column * whole("frames") + frame];
  }

  /** The largest deviation in units of the tolerance: equal within it up to 1. */
  Deviation deviation(FeatureMatrix actual) {
    double peak = 0;
    for (float value : values) {
      peak = Math.max(peak, Math.abs(value));
    }
    double relative = number("relative");
    double spare = number("absolute") * peak + number("floor");
    Deviation worst = new Deviation(0, "equal");
    for (int frame = 0; frame < actual.frameCount(); frame++) {
      for (int column = 0; column < actual.columnCount(); column++) {
        double expected = at(frame, column);
        double distance = Math.abs(actual.at(frame, column) - expected);
        double allowed = relative * Math.abs(expected) + spare;
        double share = distance == 0 ? 0 : distance / allowed;
        if (!(share <= worst.share())) {
          String where =
              "frame %d column %d: %s, expected %s"
                  .formatted(frame, column, actual.at(frame, column), expected);
          worst = new Deviation(share, where);
        }
      }
    }
    return worst;
  }

  /**
   * How far a result is off.
   *
   * @param share of the tolerance
   * @param where the worst value
   */
  record Deviation(double share, String where) {}
}
