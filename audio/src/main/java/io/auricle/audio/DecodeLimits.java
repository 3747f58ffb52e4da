package io.auricle.audio;

/**
 * What one file may cost.
 *
 * @param wallSeconds time spent in decoding, in seconds; the time the caller takes between two
 *     reads does not count
 * @param decodedSeconds length of the decoded sound, in seconds
 * @param fileBytes size of the file, in bytes
 * @param processBytes address space of the decoding process, in bytes (Unix only)
 */
public record DecodeLimits(
    double wallSeconds, double decodedSeconds, long fileBytes, long processBytes) {
  private static final long MEBIBYTE = 1L << 20;

  /** Ten minutes of work, 12 hours of sound, 64 GiB of file and 1 GiB of memory. */
  public static final DecodeLimits DEFAULT =
      new DecodeLimits(600, 12 * 3600, 64 * 1024 * MEBIBYTE, 1024 * MEBIBYTE);

  /**
   * @throws IllegalArgumentException if a limit is not positive or the process memory is below 256
   *     MiB, which the decoder itself needs
   */
  public DecodeLimits {
    if (!(wallSeconds > 0)) {
      throw new IllegalArgumentException("wallSeconds=" + wallSeconds + " must be positive");
    }
    if (!(decodedSeconds > 0)) {
      throw new IllegalArgumentException("decodedSeconds=" + decodedSeconds + " must be positive");
    }
    if (fileBytes < 1) {
      throw new IllegalArgumentException("fileBytes=" + fileBytes + " must be positive");
    }
    if (processBytes < 256 * MEBIBYTE) {
      throw new IllegalArgumentException(
          "processBytes=" + processBytes + " must be at least " + 256 * MEBIBYTE);
    }
  }

  public DecodeLimits withWallSeconds(double seconds) {
    return new DecodeLimits(seconds, decodedSeconds, fileBytes, processBytes);
  }

  public DecodeLimits withDecodedSeconds(double seconds) {
    return new DecodeLimits(wallSeconds, seconds, fileBytes, processBytes);
  }

  public DecodeLimits withFileBytes(long bytes) {
    return new DecodeLimits(wallSeconds, decodedSeconds, bytes, processBytes);
  }
}
