package io.auricle.web.analysis;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.classify.Classification;
import io.auricle.plot.sound.PictureKind;
import io.auricle.plot.sound.PictureOptions;
import io.auricle.predict.Classifier;
import io.auricle.web.upload.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Analyses uploaded files on a few threads, each within its limits. Thread-safe. */
public final class Analyzer implements AutoCloseable {
  private static final int PICTURE_RATE_HZ = 22_050;
  private static final PictureOptions PICTURE =
      new PictureOptions(840, 248, 0, Double.POSITIVE_INFINITY);

  private final AnalysisLimits limits;
  private final Consumer<String> faults;
  private final DecodeLimits decodeLimits;
  private final ExecutorService threads;
  private final Map<Integer, AudioDecoder> decoders = new ConcurrentHashMap<>();

  /**
   * @param faults learns of those of this program; clients do not
   */
  public Analyzer(AnalysisLimits limits, Consumer<String> faults) {
    this.limits = limits;
    this.faults = faults;
    this.decodeLimits =
        DecodeLimits.DEFAULT
            .withDecodedSeconds(limits.soundSeconds())
            .withWallSeconds(limits.wallSeconds());
    this.threads =
        Executors.newFixedThreadPool(
            limits.atOnce(),
            work -> {
              Thread thread = new Thread(work, "auricle-analysis");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Has work done when its turn comes. */
  <T> Future<T> submit(Callable<T> work) {
    return threads.submit(work);
  }

  /** Has work done when its turn comes, and asks no more of it. */
  public void execute(Runnable work) {
    threads.execute(work);
  }

  /**
   * Names what a file sounds like; a bad one gives its error.
   *
   * @param progress learns what share of the sound was read, in [0, 1]
   */
  public Classification classify(
      Classifier classifier, UploadedFile file, DoubleConsumer progress) {
    if (file.refusal().isPresent()) {
      return Classification.failed(file.name(), file.refusal().get());
    }
    try (SampleStream stream = open(file, classifier.sampleRateHz(), progress)) {
      return Classification.of(file.name(), classifier.predict(stream, file.path()));
    } catch (DecodeException e) {
      return Classification.failed(file.name(), known(e));
    }
  }

  /** An error as clients may know it: of a fault of this program, no paths of this machine. */
  private DecodeException known(DecodeException error) {
    if (error.code() != ErrorCode.INTERNAL) {
      return error;
    }
    faults.accept("a file cannot be decoded by the fault of this program: " + error.reason());
    return new DecodeException(
        ErrorCode.INTERNAL, Path.of(""), "a fault of this program; its log has the details");
  }

  /**
   * Draws a sound, without axes: the left edge is its start, the right edge its end.
   *
   * @return PNG
   * @throws DecodeException if the sound is bad
   */
  public byte[] picture(PictureKind kind, UploadedFile file) throws DecodeException, IOException {
    try (SampleStream stream = open(file, PICTURE_RATE_HZ, share -> {})) {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      kind.draw(stream, "", PICTURE).orElseThrow().writeField(png);
      return png.toByteArray();
    }
  }

  private SampleStream open(UploadedFile file, int rateHz, DoubleConsumer progress)
      throws DecodeException {
    AudioDecoder decoder =
        decoders.computeIfAbsent(
            rateHz, rate -> AudioDecoder.of(new DecodeOptions(rate, decodeLimits)));
    return new WatchedStream(
        decoder.open(file.path()), file.path(), limits.wallSeconds(), progress);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
