package io.auricle.distill.sound;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Decoded sound in a folder: a file each, 16-bit samples of one channel, little-endian, at one
 * rate. The name is a hash of rate, path, size and time, so that nothing stale is read. Files
 * appear whole.
 */
public final class SoundStore {
  private static final int BLOCK = 1 << 14;

  private final Path folder;
  private final int sampleRateHz;
  private final AudioDecoder decoder;

  /**
   * @param folder made if missing
   * @param sampleRateHz rate of all sounds
   */
  public SoundStore(Path folder, int sampleRateHz) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.sampleRateHz = sampleRateHz;
    this.decoder = AudioDecoder.of(DecodeOptions.at(sampleRateHz));
  }

  /**
   * Opens sounds, decoding those that are not there yet.
   *
   * @param errors told of each file that cannot be decoded, which is left out
   */
  public List<StoredSound> open(List<FoundSound> found, int threads, Consumer<String> errors)
      throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Optional<StoredSound>>> opening = new ArrayList<>();
      for (FoundSound sound : found) {
        opening.add(workers.submit(() -> open(sound, errors)));
      }
      List<StoredSound> sounds = new ArrayList<>();
      for (Future<Optional<StoredSound>> sound : opening) {
        sound.get().ifPresent(sounds::add);
      }
      return sounds;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("sounds cannot be opened", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Optional<StoredSound> open(FoundSound found, Consumer<String> errors) throws IOException {
    Path entry = entry(found.file());
    if (!Files.exists(entry)) {
      Path part = entry.resolveSibling(entry.getFileName() + "." + UUID.randomUUID());
      try (SampleStream stream = decoder.open(found.file());
          OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        write(stream, out);
      } catch (DecodeException e) {
        Files.deleteIfExists(part);
        errors.accept(String.valueOf(e.getMessage()));
        return Optional.empty();
      }
      Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE);
    }
    try (FileChannel file = FileChannel.open(entry)) {
      ByteBuffer bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      return Optional.of(
          new StoredSound(found, bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer()));
    }
  }

  private static void write(SampleStream stream, OutputStream out)
      throws DecodeException, IOException {
    float[] samples = new float[BLOCK];
    ByteBuffer bytes = ByteBuffer.allocate(2 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    for (int count = stream.read(samples, 0, BLOCK);
        count >= 0;
        count = stream.read(samples, 0, BLOCK)) {
      bytes.clear();
      for (int i = 0; i < count; i++) {
        int value = Math.round(samples[i] * 32768);
        bytes.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value)));
      }
      out.write(bytes.array(), 0, bytes.position());
    }
  }

  private Path entry(Path audio) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(audio, BasicFileAttributes.class);
    String key =
        String.join(
            "|",
            Integer.toString(sampleRateHz),
            audio.toAbsolutePath().normalize().toString(),
            Long.toString(attributes.size()),
            Long.toString(attributes.lastModifiedTime().toMillis()));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash, 0, 16) + ".s16");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
