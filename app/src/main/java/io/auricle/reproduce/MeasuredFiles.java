package io.auricle.reproduce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.bundle.CardJson;
import io.auricle.reproduce.Reproduced.Measured;
import io.auricle.text.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was measured before, a file a run, named by a hash of everything that decides about it: a
 * command that was stopped goes on where it was.
 *
 * @param folder of the files
 */
record MeasuredFiles(Path folder) {
  private static final ObjectMapper JSON = CardJson.configure(JsonMapper.builder()).build();
  private static final int HASH_BYTES = 12;

  Path file(String experiment, Map<String, String> settings) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String key = experiment + "\n" + new TreeMap<>(settings);
      byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash, 0, HASH_BYTES) + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** What is in a file, if it is there and whole. */
  static Optional<Measured> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          JSON.readValue(TextFile.read(file, TextFile.MOST_BYTES_LISTED), Measured.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  void write(Path file, Measured measured) throws IOException {
    Files.createDirectories(folder);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, JSON.writeValueAsString(measured) + "\n");
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
