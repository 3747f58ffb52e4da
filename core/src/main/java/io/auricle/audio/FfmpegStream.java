package io.auricle.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The samples that FFmpeg decodes, and what it said about them. */
final class FfmpegStream implements SampleStream {
  private final FfmpegProcess process;
  private final PcmStream samples;
  private final FfmpegReport report;
  private final Path path;
  private final DecodeLimits limits;
  private final List<String> warnings = new ArrayList<>();
  private long count;
  private boolean ended;
  private OptionalDouble expectedSeconds = OptionalDouble.empty();

  private FfmpegStream(
      FfmpegProcess process, PcmStream samples, FfmpegReport report, DecodeLimits limits) {
    this.process = process;
    this.samples = samples;
    this.report = report;
    this.path = report.path();
    this.limits = limits;
  }

  /**
   * Starts FFmpeg and waits for the first bytes of its output.
   *
   * @param known whether the file starts as an audio format does, so that a failure means that it
   *     is corrupt
   */
  static FfmpegStream open(Path path, boolean known, DecodeLimits limits) throws DecodeException {
    FfmpegProcess process;
    try {
      process = new FfmpegProcess(FfmpegExecutable.find(), path, limits);
    } catch (IOException e) {
      throw new DecodeException(
          ErrorCode.INTERNAL, path, "needs FFmpeg, which does not start: " + e.getMessage());
    }
    FfmpegReport report = new FfmpegReport(path, known);
    boolean opened = false;
    try {
      HeaderInput header = new HeaderInput(process, path);
      PcmFormat format = AuHeader.read(header).orElseThrow();
      PcmStream samples = new PcmStream(process, path, format, PcmFormat.UNKNOWN_LENGTH);
      opened = true;
      return new FfmpegStream(process, samples, report, limits);
    } catch (DecodeException e) {
      if (e.code() == ErrorCode.TRUNCATED) {
        int exit = process.await();
        throw process.timedOut() ? timeout(path, limits) : report.failure(process.messages(), exit);
      }
      throw e;
    } finally {
      if (!opened) {
        process.close();
      }
    }
  }

  @Override
  public int sampleRateHz() {
    return samples.sampleRateHz();
  }

  @Override
  public int read(float[] buffer, int offset, int length) throws DecodeException {
    int got = samples.read(buffer, offset, length);
    if (got > 0) {
      count += got;
    } else if (!ended) {
      ended = true;
      int exit = process.await();
      if (process.timedOut()) {
        throw timeout(path, limits);
      }
      if (count == 0) {
        throw report.failure(process.messages(), exit);
      }
      double seconds = (double) count / sampleRateHz();
      warnings.addAll(report.warnings(process.messages(), exit, seconds));
    }
    return got;
  }

  private static DecodeException timeout(Path path, DecodeLimits limits) {
    return new DecodeException(
        ErrorCode.TIMEOUT, path, "decoding took over " + limits.wallSeconds() + " s");
  }

  @Override
  public List<String> warnings() {
    List<String> all = new ArrayList<>(samples.warnings());
    all.addAll(warnings);
    return List.copyOf(all);
  }

  @Override
  public OptionalDouble expectedSeconds() {
    if (expectedSeconds.isEmpty()) {
      expectedSeconds = FfmpegReport.claimedSeconds(process.messages());
    }
    return expectedSeconds;
  }

  @Override
  public void close() {
    process.close();
  }
}
