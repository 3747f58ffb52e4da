package io.auricle.network;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.network.shape.TensorShape;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named tensors and named texts in one file in the <em>safetensors</em> format: a little-endian
 * 64-bit header length, a JSON header of types, shapes and offsets, then the raw values (here
 * always 32-bit floats). Python's {@code safetensors} reads it.
 *
 * @param texts metadata by name
 * @param tensors values by name
 */
public record TensorFile(Map<String, String> texts, Map<String, Tensor> tensors) {
  private static final int MAX_HEADER_BYTES = 10_000_000;
  private static final int CHUNK = 1 << 18;
  private static final ObjectMapper JSON = new ObjectMapper();

  public TensorFile {
    texts = Map.copyOf(texts);
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /** Writes under a temporary name, then renames: the file is whole or not there. */
  public void write(Path file) throws IOException {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode metadata = header.putObject("__metadata__");
    texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(text -> metadata.put(text.getKey(), text.getValue()));
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      ObjectNode tensor = header.putObject(entry.getKey());
      tensor.put("dtype", "F32");
      entry.getValue().shape().sizes().forEach(tensor.withArray("shape")::add);
      long end = offset + 4L * entry.getValue().shape().count();
      tensor.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JSON.writeValueAsBytes(header);
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
      out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).array());
      out.write(json);
      for (Tensor tensor : tensors.values()) {
        write(tensor.view(), out);
      }
    }
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(FloatBuffer values, OutputStream out) throws IOException {
    byte[] bytes = new byte[4 * CHUNK];
    FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    while (values.hasRemaining()) {
      int count = Math.min(CHUNK, values.remaining());
      floats.rewind().put(values.slice(values.position(), count));
      values.position(values.position() + count);
      out.write(bytes, 0, 4 * count);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is not of this format; the message names the file
   */
  public static TensorFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = channel.size() < 8 ? -1 : bytes(channel, 0, 8).getLong();
      if (length < 2 || length > Math.min(MAX_HEADER_BYTES, channel.size() - 8)) {
        throw new IOException("%s is no safetensors file, or it was cut".formatted(file));
      }
      byte[] json = new byte[(int) length];
      bytes(channel, 8, json.length).get(json);
      JsonNode header = JSON.readTree(new String(json, StandardCharsets.UTF_8));
      Map<String, String> texts = new LinkedHashMap<>();
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : header.properties()) {
        if (entry.getKey().equals("__metadata__")) {
          entry.getValue().properties().forEach(t -> texts.put(t.getKey(), t.getValue().asText()));
        } else {
          tensors.put(entry.getKey(), tensor(entry.getValue(), channel, 8 + length));
        }
      }
      return new TensorFile(texts, tensors);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException("%s is a corrupt safetensors file: %s".formatted(file, e.getMessage()));
    }
  }

  private static Tensor tensor(JsonNode entry, FileChannel channel, long first) throws IOException {
    List<Integer> sizes = new ArrayList<>();
    entry.path("shape").forEach(size -> sizes.add(size.asInt()));
    TensorShape shape = new TensorShape(sizes);
    long start = entry.path("data_offsets").path(0).asLong(-1);
    if (!entry.path("dtype").asText().equals("F32")
        || start < 0
        || start > channel.size() - first - 4L * shape.count()) {
      throw new IllegalArgumentException("tensor %s does not fit".formatted(entry));
    }
    float[] floats = new float[shape.count()];
    for (int from = 0; from < floats.length; from += CHUNK) {
      int count = Math.min(CHUNK, floats.length - from);
      ByteBuffer bytes = bytes(channel, first + start + 4L * from, 4 * count);
      bytes.asFloatBuffer().get(floats, from, count);
    }
    return Tensor.wrap(shape, floats);
  }

  private static ByteBuffer bytes(FileChannel channel, long position, int count)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
      // Reads until the buffer is full.
    }
    return bytes.flip();
  }
}
