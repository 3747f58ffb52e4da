package io.auricle.audio.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Cuts what FFmpeg says into lines for its {@link FfmpegAccount}, in bounded memory however much it
 * says. One thread writes.
 */
final class FfmpegMessages {
  private static final int MAX_LINE_BYTES = 4096;

  private final FfmpegAccount account = new FfmpegAccount();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  void take(byte[] block, int count) {
    for (int i = 0; i < count; i++) {
      if (block[i] == '\n') {
        finish();
      } else if (line.size() < MAX_LINE_BYTES) {
        line.write(block[i]);
      }
    }
  }

  /** Says that nothing follows. */
  void finish() {
    if (line.size() > 0) {
      account.line(line.toString(UTF_8));
      line.reset();
    }
  }

  FfmpegAccount account() {
    return account;
  }
}
