package io.auricle.web.upload;

/**
 * What requests may bring.
 *
 * @param fileBytes size of a file
 * @param requestBytes size of all files together
 * @param files number of files
 * @param seconds time until all is there
 * @param bytesPerSecond slowest upload; it may be a few seconds behind
 * @param totalBytes size of the files of all requests together
 */
public record UploadLimits(
    long fileBytes,
    long requestBytes,
    int files,
    double seconds,
    long bytesPerSecond,
    long totalBytes) {
  private static final long MEBIBYTE = 1L << 20;

  /** 64 MiB a file, 256 MiB and 32 files a request, ten minutes, 4 KiB a second, 2 GiB in all. */
  public static final UploadLimits DEFAULT =
      new UploadLimits(64 * MEBIBYTE, 256 * MEBIBYTE, 32, 600, 4096);

  /** The same with 2 GiB for all requests, or as much as one may bring if that is more. */
  public UploadLimits(
      long fileBytes, long requestBytes, int files, double seconds, long bytesPerSecond) {
    this(
        fileBytes,
        requestBytes,
        files,
        seconds,
        bytesPerSecond,
        Math.max(requestBytes, 2048 * MEBIBYTE));
  }

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
    if (totalBytes < requestBytes) {
      throw new IllegalArgumentException(
          "totalBytes=%d must be at least requestBytes=%d".formatted(totalBytes, requestBytes));
    }
  }
}
