package io.auricle.spark.input;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.SoundInput;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.folder.NamelessFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A sound in a store. What is uncompressed is decoded as it comes; other formats have their tables
 * anywhere in the file, so their bytes go through a file without a name on the executor's disk,
 * never through its memory. The system takes that file away, also from a process that is killed.
 */
final class RemoteSound implements CatalogueSound, SoundInput {
  private final String path;
  private final Path name;
  private final ByteStore bytes;
  private final Path folder;
  private @Nullable NamelessFile local;

  /**
   * @param folder for the file without a name
   */
  RemoteSound(String path, Path name, ByteStore bytes, Path folder) {
    this.path = path;
    this.name = name;
    this.bytes = bytes;
    this.folder = folder;
  }

  @Override
  public Path name() {
    return name;
  }

  @Override
  public CatalogueFile file() throws IOException {
    return new CatalogueFile(path, bytes.size(), bytes.modifiedMillis());
  }

  @Override
  public SampleStream open(AudioDecoder decoder) throws DecodeException {
    return decoder.open(this);
  }

  @Override
  public long size() throws IOException {
    return bytes.size();
  }

  @Override
  public InputStream open() throws IOException {
    NamelessFile kept = local;
    return kept == null ? bytes.open() : Files.newInputStream(kept.path());
  }

  @Override
  public Path local() throws IOException {
    NamelessFile kept = local;
    if (kept == null) {
      // The size was within the limits when it was opened; what has grown since is cut there.
      try (InputStream in = bytes.open()) {
        kept = NamelessFile.read(in, bytes.size(), folder, ".sound");
      }
      local = kept;
    }
    return kept.path();
  }

  @Override
  public boolean mayPass() {
    return bytes.mayPass();
  }

  @Override
  public void close() {
    try {
      if (local != null) {
        local.close();
      }
    } catch (IOException e) {
      // It has no name: nothing is left of it.
    }
  }
}
