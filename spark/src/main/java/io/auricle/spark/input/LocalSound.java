package io.auricle.spark.input;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that this machine reaches itself: read in place, as the command line does. */
record LocalSound(String path, Path name) implements CatalogueSound {
  @Override
  public CatalogueFile file() throws IOException {
    return new CatalogueFile(path, Files.size(name), Files.getLastModifiedTime(name).toMillis());
  }

  @Override
  public SampleStream open(AudioDecoder decoder) throws DecodeException {
    return decoder.open(name);
  }

  @Override
  public boolean mayPass() {
    return false;
  }

  @Override
  public void close() {}
}
