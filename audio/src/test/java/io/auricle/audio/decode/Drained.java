package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import java.nio.file.Path;
import java.util.List;

/** What a file gave when it was read to its end. */
record Drained(long samples, double rms, boolean hasSound, List<String> warnings) {
  static Drained of(AudioDecoder decoder, Path file) throws DecodeException {
    float[] block = new float[1000];
    long samples = 0;
    double square = 0;
    try (SampleStream stream = decoder.open(file)) {
      for (int count; (count = stream.read(block, 0, block.length)) >= 0; samples += count) {
        for (int i = 0; i < count; i++) {
          square += (double) block[i] * block[i];
        }
      }
      return new Drained(
          samples, Math.sqrt(square / samples), stream.hasSound(), stream.warnings());
    }
  }
}
