package io.auricle.experiment.source;

import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Features of audio files, kept in a folder: a file a track, {@code <key>.f32}, little-endian. The
 * key is a hash of the options and of the file's path, size and time, so that nothing stale is ever
 * read. A file begins with the number of clips; each clip is its number of frames and of columns
 * (32-bit integers) and its values (32-bit floats), frame after frame. Thread-safe, also between
 * processes: files appear whole.
 */
public final class FeatureCache {
  private final Path folder;
  private final String options;

  FeatureCache(Path folder, InputOptions input) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.options = input.features() + "|" + input.cut();
  }

  /** Where the features of a file, changed or not, are or will be. */
  Path entry(Path audio, AudioChange change) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(audio, BasicFileAttributes.class);
    String key =
        String.join(
            "|",
            options,
            audio.toAbsolutePath().normalize().toString(),
            Long.toString(attributes.size()),
            Long.toString(attributes.lastModifiedTime().toMillis()));
    if (!change.equals(AudioChange.NONE)) {
      key += "|" + change;
    }
    return folder.resolve(hash(key) + ".f32");
  }

  /** Writes the clips of a file; where others write the same, one of them stays. */
  public static void write(Path entry, List<FeatureMatrix> clips) throws IOException {
    int bytes = Integer.BYTES;
    for (FeatureMatrix clip : clips) {
      bytes += 2 * Integer.BYTES + Float.BYTES * clip.frameCount() * clip.columnCount();
    }
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(clips.size());
    for (FeatureMatrix clip : clips) {
      buffer.putInt(clip.frameCount()).putInt(clip.columnCount());
      for (float value : clip.toArray()) {
        buffer.putFloat(value);
      }
    }
    Path temporary = entry.resolveSibling(entry.getFileName() + "." + UUID.randomUUID());
    Files.write(temporary, buffer.array());
    Files.move(temporary, entry, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The clips of a file: a view of it that takes memory only for a clip at a time.
   *
   * @throws IOException if the file cannot be read or was cut
   */
  public static List<FeatureMatrix> read(Path entry) throws IOException {
    try (FileChannel file = FileChannel.open(entry)) {
      return MappedClips.of(entry, file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
