package io.auricle.audio.ffmpeg;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.Excerpt;
import io.auricle.audio.SampleStream;
import io.auricle.audio.ending.FileEnding;
import io.auricle.audio.pcm.AuHeader;
import io.auricle.audio.pcm.HeaderInput;
import io.auricle.audio.pcm.PcmFormat;
import io.auricle.audio.pcm.PcmStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The samples that FFmpeg decodes, and what it said about them. */
public final class FfmpegStream implements SampleStream {
  /** So long FFmpeg's words may come behind its output, on a machine that is very busy. */
  private static final long LENGTH_MILLIS = 5000;

  /** FFmpeg says lengths in hundredths of a second. */
  private static final double LENGTH_STEP = 0.01;

  private final FfmpegExecutable executable;
  private final FfmpegProcess process;
  private final PcmStream samples;
  private final FfmpegReport report;
  private final Path path;
  private final DecodeLimits limits;
  private final @Nullable Excerpt excerpt;
  private final List<String> warnings = new ArrayList<>();
  private long count;
  private boolean ended;

  private FfmpegStream(
      FfmpegExecutable executable,
      FfmpegProcess process,
      PcmStream samples,
      FfmpegReport report,
      DecodeLimits limits,
      @Nullable Excerpt excerpt) {
    this.executable = executable;
    this.process = process;
    this.samples = samples;
    this.report = report;
    this.path = report.path();
    this.limits = limits;
    this.excerpt = excerpt;
  }

  /**
   * Starts FFmpeg and waits for the first bytes of its output. If it is FFmpeg that fails, what was
   * unpacked of it is looked at; where that was damaged it is unpacked again and gets a second try.
   *
   * @param known whether the file starts as an audio format does, so that a failure means that it
   *     is corrupt
   * @throws DecodeException INTERNAL if it is the program that does not run
   */
  public static FfmpegStream open(Path path, boolean known, DecodeLimits limits)
      throws DecodeException {
    return open(path, known, limits, null);
  }

  /**
   * The same of a part of a file: nothing is said of what lies before and behind it.
   *
   * @param excerpt null for all of it
   */
  public static FfmpegStream open(
      Path path, boolean known, DecodeLimits limits, @Nullable Excerpt excerpt)
      throws DecodeException {
    FfmpegExecutable executable = find(path);
    try {
      return start(executable, path, known, limits, excerpt);
    } catch (DecodeException e) {
      if (e.code() != ErrorCode.INTERNAL || !isDamaged(executable)) {
        throw e;
      }
    }
    return start(find(path), path, known, limits, excerpt);
  }

  private static FfmpegExecutable find(Path path) throws DecodeException {
    try {
      return FfmpegExecutable.find();
    } catch (IOException e) {
      throw doesNotStart(path, e);
    }
  }

  private static boolean isDamaged(FfmpegExecutable executable) {
    try {
      return executable.removeDamaged();
    } catch (IOException e) {
      return false;
    }
  }

  private static DecodeException doesNotStart(Path path, IOException e) {
    return new DecodeException(
        ErrorCode.INTERNAL, path, "needs FFmpeg, which does not start: " + e.getMessage());
  }

  private static FfmpegStream start(
      FfmpegExecutable executable,
      Path path,
      boolean known,
      DecodeLimits limits,
      @Nullable Excerpt excerpt)
      throws DecodeException {
    FfmpegProcess process;
    try {
      List<String> command = FfmpegCommand.decode(executable, limits, excerpt);
      process = new FfmpegProcess(executable, command, path, limits.wallSeconds());
    } catch (IOException e) {
      throw doesNotStart(path, e);
    }
    FfmpegReport report = new FfmpegReport(path, known);
    boolean opened = false;
    try {
      HeaderInput header = new HeaderInput(process, path);
      PcmFormat format = AuHeader.read(header, PcmFormat.MAX_DECODED_RATE_HZ).orElseThrow();
      PcmStream samples = new PcmStream(process, path, format, PcmFormat.UNKNOWN_LENGTH);
      if (excerpt != null) {
        requireThere(process, report, excerpt);
      }
      opened = true;
      return new FfmpegStream(executable, process, samples, report, limits, excerpt);
    } catch (DecodeException e) {
      if (e.code() == ErrorCode.TRUNCATED) {
        int exit = process.await();
        if (process.timedOut()) {
          throw timeout(path, limits);
        }
        report.requireOrderly(process.account(), exit);
        report.requireUnlocked(process.account());
        throw report.failure(process.account(), exit);
      }
      throw e;
    } finally {
      if (!opened) {
        process.close();
      }
    }
  }

  /** Of an Ogg file FFmpeg gives the last seconds when it is to seek far behind them. */
  private static void requireThere(FfmpegProcess process, FfmpegReport report, Excerpt excerpt)
      throws DecodeException {
    try {
      process.account().awaitLength(LENGTH_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException)
          new CancellationException("interrupted while decoding").initCause(e);
    }
    OptionalDouble length = process.account().claimedSeconds();
    if (length.isPresent() && excerpt.start() > length.getAsDouble() + LENGTH_STEP) {
      throw report.notThere(excerpt.start());
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
      report.requireOrderly(process.account(), exit);
      report.requireUnlocked(process.account());
      if (count == 0) {
        if (excerpt != null && process.account().decodeErrors().orElse(1) == 0) {
          throw report.notThere(excerpt.start());
        }
        throw report.failure(process.account(), exit);
      }
      if (excerpt != null) {
        return got;
      }
      double seconds = (double) count / sampleRateHz();
      long intact = intactSamples();
      warnings.addAll(
          report.warnings(
              process.account(), exit, intact, seconds, sampleRateHz(), this::endingFault));
    }
    return got;
  }

  /** How many of the samples that were decoded came before the first error. */
  private long intactSamples() throws DecodeException {
    if (!report.mayBeOnlyBehindTheSound(process.account())) {
      return process.account().decodedSamples();
    }
    List<String> command = FfmpegCommand.untilFirstError(executable, limits);
    if (process.account().decodeErrors().orElse(0) <= tagsWithin()) {
      return process.account().decodedSamples();
    }
    try (FfmpegProcess second =
        new FfmpegProcess(executable, command, path, limits.wallSeconds())) {
      second.readAllBytes();
      second.await();
      if (second.timedOut()) {
        throw timeout(path, limits);
      }
      return second.account().decodedSamples();
    } catch (IOException e) {
      throw new DecodeException(
          ErrorCode.INTERNAL, path, "FFmpeg does not start again: " + e.getMessage());
    }
  }

  private int tagsWithin() {
    try {
      return TagsWithin.count(path);
    } catch (IOException e) {
      // It was read before; whoever takes it away now has no joined files to ask about.
      return 0;
    }
  }

  private Optional<String> endingFault() {
    try {
      return FileEnding.fault(path, process.account().format());
    } catch (IOException e) {
      // It was decoded; whoever takes it away now does not make it a cut one.
      return Optional.empty();
    }
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
  public boolean isGuess() {
    return samples.isGuess();
  }

  @Override
  public boolean hasSound() {
    return samples.varies(process.account().step());
  }

  @Override
  public OptionalDouble expectedSeconds() {
    return process.account().expectedSeconds();
  }

  @Override
  public void close() {
    process.close();
  }
}
