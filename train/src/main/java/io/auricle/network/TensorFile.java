package io.auricle.network;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.network.layer.TensorShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    int offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      ObjectNode tensor = header.putObject(entry.getKey());
      tensor.put("dtype", "F32");
      entry.getValue().shape().sizes().forEach(tensor.withArray("shape")::add);
      int end = Math.addExact(offset, Math.multiplyExact(4, entry.getValue().shape().count()));
      tensor.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JSON.writeValueAsBytes(header);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + offset);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json);
    tensors
        .values()
        .forEach(
            tensor -> {
              for (float value : tensor.toArray()) {
                bytes.putFloat(value);
              }
            });
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    Files.write(temporary, bytes.array());
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is not of this format; the message names the file
   */
  public static TensorFile read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    long length = bytes.remaining() < 8 ? -1 : bytes.getLong();
    if (length < 2 || length > Math.min(MAX_HEADER_BYTES, bytes.remaining())) {
      throw new IOException("%s is no safetensors file, or it was cut".formatted(file));
    }
    byte[] json = new byte[(int) length];
    bytes.get(json);
    ByteBuffer values = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try {
      JsonNode header = JSON.readTree(new String(json, StandardCharsets.UTF_8));
      for (Map.Entry<String, JsonNode> entry : header.properties()) {
        if (entry.getKey().equals("__metadata__")) {
          entry.getValue().properties().forEach(t -> texts.put(t.getKey(), t.getValue().asText()));
        } else {
          tensors.put(entry.getKey(), tensor(entry.getValue(), values));
        }
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException("%s is a corrupt safetensors file: %s".formatted(file, e.getMessage()));
    }
    return new TensorFile(texts, tensors);
  }

  private static Tensor tensor(JsonNode entry, ByteBuffer values) {
    List<Integer> sizes = new ArrayList<>();
    entry.path("shape").forEach(size -> sizes.add(size.asInt()));
    TensorShape shape = new TensorShape(sizes);
    int start = entry.path("data_offsets").path(0).asInt(-1);
    if (!entry.path("dtype").asText().equals("F32")
        || start < 0
        || start + 4L * shape.count() > values.limit()) {
      throw new IllegalArgumentException("tensor %s does not fit".formatted(entry));
    }
    float[] floats = new float[shape.count()];
    values.position(start);
    values.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return Tensor.of(shape, floats);
  }
}
