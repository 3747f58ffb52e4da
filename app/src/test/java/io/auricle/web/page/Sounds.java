package io.auricle.web.page;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Sounds and models that the tests of the page make from those that come along. */
final class Sounds {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final int RATE_HZ = 22_050;

  /** Four moods of the plane; the model that is borrowed has eleven classes. */
  private static final List<String> MOODS =
      List.of(
          "happy", "tense", "sad", "calm", "dreamy", "solemn", "playful", "heroic", "dark", "soft",
          "wild");

  private Sounds() {}

  /** One of the samples of the repository. */
  static Path sample(String name) {
    return SAMPLES.resolve(name);
  }

  /** A WAV of samples one after the other. */
  static Path mix(Path wav, String... samples) throws IOException, DecodeException {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    for (String sample : samples) {
      append(sound, sample(sample));
    }
    byte[] data = sound.toByteArray();
    ByteBuffer out = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(36 + data.length).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE_HZ).putInt(2 * RATE_HZ);
    out.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(data.length).put(data);
    return Files.write(wav, out.array());
  }

  private static void append(ByteArrayOutputStream sound, Path file) throws DecodeException {
    float[] block = new float[RATE_HZ];
    try (SampleStream stream = AudioDecoder.of(DecodeOptions.at(RATE_HZ)).open(file)) {
      for (int n = stream.read(block, 0, block.length);
          n > 0;
          n = stream.read(block, 0, block.length)) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * n).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < n; i++) {
          bytes.putShort((short) (32_767 * Math.max(-1, Math.min(1, block[i]))));
        }
        sound.writeBytes(bytes.array());
      }
    }
  }

  /** A bundle named {@code mood}: the bundled genres whose classes have the names of moods. */
  static Path moodModel(Path folder) throws IOException {
    JsonMapper mapper = new JsonMapper();
    ObjectNode card;
    try (InputStream in = bundled("genre/card.json")) {
      card = (ObjectNode) mapper.readTree(in);
    }
    ((ObjectNode) card.path("about")).put("name", "mood").put("title", "Moods, made for a test");
    ArrayNode labels = card.putArray("labels");
    MOODS.forEach(labels::add);
    String network = ((ObjectNode) card.path("network")).remove("folder").asText();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("card.json"), card.toString());
    try (InputStream in = bundled(network + "/model.onnx")) {
      Files.copy(in, folder.resolve("model.onnx"));
    }
    return folder;
  }

  private static InputStream bundled(String file) {
    return Objects.requireNonNull(Sounds.class.getResourceAsStream("/models/" + file));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
