package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.Excerpt;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import io.auricle.audio.SoundInput;
import io.auricle.audio.ffmpeg.FfmpegStream;
import io.auricle.audio.pcm.ArrayStream;
import io.auricle.dsp.resample.ResamplerFilter;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From a file to mono samples at one rate. WAV, W64, AIFF, AU and CAF are read here; every other
 * format by FFmpeg in a process of its own. The format is decided by content, never by name;
 * nothing is ever fetched from a network, and no file other than the given one is opened.
 * Thread-safe.
 */
public final class AudioDecoder {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]+:/.*", Pattern.DOTALL);
  private static final int MAX_FILTERS = 64;

  /** What messages call samples that are at hand. */
  private static final String ARRAY = "samples";

  private final DecodeOptions options;
  private final ConcurrentHashMap<Integer, ResamplerFilter> filters = new ConcurrentHashMap<>();

  private AudioDecoder(DecodeOptions options) {
    this.options = options;
  }

  public static AudioDecoder of(DecodeOptions options) {
    return new AudioDecoder(options);
  }

  public DecodeOptions options() {
    return options;
  }

  /**
   * Opens a file; the caller closes the stream.
   *
   * @return mono samples at the rate of the options, the channels mixed by their mean
   * @throws DecodeException if the file is refused, or bad from its start on
   * @throws java.util.concurrent.CancellationException from this or a later read if the thread is
   *     interrupted; it stays interrupted
   */
  public SampleStream open(Path path) throws DecodeException {
    return opened(path, null);
  }

  /**
   * Opens a sound that need not be a file of this machine. What is read in Java is streamed; only
   * what FFmpeg decodes is asked for as a {@linkplain SoundInput#local() file}. The caller closes
   * the stream, and the input after it.
   *
   * @return as {@link #open(Path)}
   * @throws DecodeException if it is refused, or bad from its start on
   */
  public SampleStream open(SoundInput input) throws DecodeException {
    try {
      return opened(input, checkSize(input.name(), input.size()), null);
    } catch (IOException e) {
      throw unreadable(input.name(), e);
    }
  }

  /**
   * Opens parts of a file, which come behind each other as if there were nothing between them; what
   * lies between is sought over, not decoded. The caller closes the stream.
   *
   * @param excerpts in their order, at least one
   * @return as {@link #open(Path)}; it knows no warnings about parts that were not decoded
   * @throws DecodeException from this or a later read if the file is refused, or a part is bad or
   *     not there
   */
  public SampleStream open(Path path, List<Excerpt> excerpts) throws DecodeException {
    check(path);
    return new ExcerptStream(excerpts, options.sampleRateHz(), excerpt -> opened(path, excerpt));
  }

  /**
   * Opens sound that comes as bytes, of any format that {@link #open(Path)} takes. All of it is
   * read at once: what is read in Java and not longer than {@value StreamInput#MEMORY_BYTES} bytes
   * is kept in memory, everything else in a file of its own in the folder of temporary files, until
   * the stream is closed.
   *
   * @param in is not closed
   * @param name what messages call it, such as the name of an upload
   * @return as {@link #open(Path)}; the caller closes it
   * @throws DecodeException as {@link #open(Path)}, INTERNAL if there is no room for the file
   * @throws IOException of {@code in}
   */
  public SampleStream open(InputStream in, String name) throws DecodeException, IOException {
    return StreamInput.open(in, name, this);
  }

  /**
   * Opens samples that are at hand, as if they lay in a file of floats: what is not finite counts
   * as 0, with a warning. They are not copied, so nobody may change them until the stream is
   * closed.
   *
   * @param samples mono, nominally in [-1, 1]
   * @param sampleRateHz their rate
   * @return as {@link #open(Path)}; the caller closes it
   * @throws DecodeException if the rate is too high for the options
   * @throws IllegalArgumentException if the rate is outside [1000, 768000] Hz
   */
  public SampleStream open(float[] samples, int sampleRateHz) throws DecodeException {
    DecodeOptions.checkRate(sampleRateHz);
    return finished(new ArrayStream(samples, sampleRateHz), Path.of(ARRAY));
  }

  /**
   * Opens a file at the rate that it has, whatever the options say.
   *
   * @return mono samples; the caller closes the stream
   * @throws DecodeException as {@link #open(Path)}
   */
  public SampleStream openAtOwnRate(Path path) throws DecodeException {
    SampleStream source = source(new LocalFile(path), check(path), null);
    return new GuardedStream(source, path, options.limits());
  }

  /** What lies in memory; empty if it is not read in Java. */
  Optional<SampleStream> pcm(byte[] bytes, int length, Path name)
      throws DecodeException, IOException {
    InputStream in = new ByteArrayInputStream(bytes, 0, length);
    Container container = Container.at(in);
    Optional<SampleStream> samples = PcmSource.open(container, in, name, length, null);
    return samples.isEmpty() ? samples : Optional.of(finished(samples.get(), name));
  }

  private SampleStream opened(Path path, @Nullable Excerpt excerpt) throws DecodeException {
    return opened(new LocalFile(path), check(path), excerpt);
  }

  private SampleStream opened(SoundInput input, long size, @Nullable Excerpt excerpt)
      throws DecodeException {
    return finished(source(input, size, excerpt), input.name());
  }

  /** A source within the limits, at the rate of the options. */
  private SampleStream finished(SampleStream source, Path path) throws DecodeException {
    SampleStream guarded = new GuardedStream(source, path, options.limits());
    if (source.sampleRateHz() == options.sampleRateHz()) {
      return guarded;
    }
    if (source.sampleRateHz() / options.sampleRateHz() > ResamplerFilter.MAX_FACTOR) {
      guarded.close();
      throw new DecodeException(
          ErrorCode.UNSUPPORTED,
          path,
          "has %d samples a second, over %d times those wanted"
              .formatted(source.sampleRateHz(), ResamplerFilter.MAX_FACTOR));
    }
    return new ResampledStream(guarded, filter(source.sampleRateHz()));
  }

  /**
   * The start of a file, or all of it.
   *
   * @param maxSeconds how much to decode at most; a longer file is no error
   * @throws DecodeException as {@link #open} and {@link SampleStream#read}
   */
  public Signal decode(Path path, double maxSeconds) throws DecodeException {
    if (!(maxSeconds > 0)) {
      throw new IllegalArgumentException("maxSeconds=" + maxSeconds + " must be positive");
    }
    long most =
        (long) Math.min(Integer.MAX_VALUE - 8, Math.ceil(maxSeconds * options.sampleRateHz()));
    try (SampleStream stream = open(path)) {
      return AudioFiles.gather(stream, most);
    }
  }

  /** Refuses everything that is not a readable file of a sane size, without opening it. */
  private long check(Path path) throws DecodeException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      if (ADDRESS.matcher(path.toString()).matches()) {
        throw new DecodeException(
            ErrorCode.UNSUPPORTED, path, "is an address; nothing is fetched, give a file");
      }
      throw new DecodeException(ErrorCode.NOT_FOUND, path, "no such file");
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    if (attributes.isDirectory()) {
      throw new DecodeException(ErrorCode.UNSUPPORTED, path, "is a folder");
    }
    if (!attributes.isRegularFile()) {
      throw new DecodeException(
          ErrorCode.UNSUPPORTED, path, "is a pipe or a device, not a regular file");
    }
    return checkSize(path, attributes.size());
  }

  private long checkSize(Path path, long size) throws DecodeException {
    if (size == 0) {
      throw new DecodeException(ErrorCode.EMPTY, path, "is an empty file");
    }
    if (size > options.limits().fileBytes()) {
      throw new DecodeException(
          ErrorCode.TOO_LARGE,
          path,
          "has " + size + " bytes; the limit is " + options.limits().fileBytes());
    }
    return size;
  }

  private SampleStream source(SoundInput input, long size, @Nullable Excerpt excerpt)
      throws DecodeException {
    Path path = input.name();
    InputStream opened = null;
    boolean handedOver = false;
    try {
      opened = input.open();
      InputStream in = new BufferedInputStream(opened, 1 << 16);
      Container container = Container.at(in);
      Optional<SampleStream> samples = PcmSource.open(container, in, path, size, excerpt);
      handedOver = samples.isPresent();
      return handedOver
          ? samples.get()
          : FfmpegStream.open(
              input.local(), container != Container.UNKNOWN, options.limits(), excerpt);
    } catch (IOException e) {
      throw unreadable(path, e);
    } finally {
      if (!handedOver) {
        close(opened);
      }
    }
  }

  private ResamplerFilter filter(int rateHz) {
    if (filters.size() > MAX_FILTERS) {
      // Only files made to do so have so many rates; they must not fill the memory.
      filters.clear();
    }
    return filters.computeIfAbsent(
        rateHz, rate -> ResamplerFilter.of(rate, options.sampleRateHz()));
  }

  private static DecodeException unreadable(Path path, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new DecodeException(ErrorCode.NOT_FOUND, path, "no such file");
    }
    String reason =
        e instanceof AccessDeniedException
            ? "no permission to read it"
            : "cannot be read: " + e.getMessage();
    return new DecodeException(ErrorCode.CORRUPT, path, reason);
  }

  private static void close(@Nullable InputStream in) {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      // Nothing was written: there is nothing to lose.
    }
  }
}
