package io.auricle.web;

/**
 * What one request may bring.
 *
 * @param fileBytes size of a file
 * @param requestBytes size of all files together
 * @param files number of files
 * @param seconds time until all is there
 * @param bytesPerSecond slowest upload, on the average since its start; a few seconds of grace
 */
public record UploadLimits(
    long fileBytes, long requestBytes, int files, double seconds, long bytesPerSecond) {
  private static final long MEBIBYTE = 1L << 20;

  /** 64 MiB a file, 256 MiB and 32 files a request, ten minutes, 4 KiB a second. */
  public static final UploadLimits DEFAULT =
      new UploadLimits(64 * MEBIBYTE, 256 * MEBIBYTE, 32, 600, 4096);

  public UploadLimits {
    if (fileBytes < 1) {
      throw new IllegalArgumentException("fileBytes=" + fileBytes + " must be positive");
    }
    if (requestBytes < fileBytes) {
      throw new IllegalArgumentException(
          "requestBytes=%d must be at least fileBytes=%d".formatted(requestBytes, fileBytes));
    }
    if (files < 1) {
      throw new IllegalArgumentException("files=" + files + " must be positive");
    }
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("seconds=" + seconds + " must be positive");
    }
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException(
          "bytesPerSecond=" + bytesPerSecond + " must not be negative");
    }
  }
}
