package io.auricle.audio.decode;

import io.auricle.audio.SoundInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of this machine.
 *
 * @param name where it is
 */
record LocalFile(Path name) implements SoundInput {
  @Override
  public long size() throws IOException {
    return Files.size(name);
  }

  @Override
  public InputStream open() throws IOException {
    return new FileInput(Channels.newInputStream(Files.newByteChannel(name)));
  }

  @Override
  public Path local() {
    return name;
  }
}
