package io.auricle.audio.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What FFmpeg counted while it decoded, read from the lines of its own book-keeping. FFmpeg has no
 * other channel for it; but the lines have a fixed form, stand at the start of a line behind the
 * name of the part that wrote them, and nothing that a file holds is ever written there: titles
 * come indented behind {@code [info]}, and complaints of decoders of covers behind their own names.
 * Thread-safe.
 */
final class FfmpegAccount {
  private static final String INPUT = "\\[in#0(?:/[^\\]\\s]*)? @ \\S+\\] ";
  private static final Pattern FORMAT =
      Pattern.compile("\\[info\\] Input #0, ([a-z0-9_,]+), from.*");
  private static final Pattern DURATION =
      Pattern.compile("\\[info\\] {3}Duration: (\\d+):(\\d\\d):(\\d\\d\\.\\d+),.*");
  private static final Pattern GUESSED =
      Pattern.compile("\\[[^\\]]*\\] \\[warning\\] Estimating duration from bitrate.*");
  private static final Pattern SOUND =
      Pattern.compile(
          "\\[info\\] {3}Stream #0:\\d+\\S*: Audio: .*?, (u8|s16|s32|s64|flt|dbl)p?"
              + "(?: \\((\\d+) bit\\))?(?:,.*| .*)?");

  /** Of files that a shop locked to its customer: the packets cannot be read without a key. */
  private static final Pattern LOCKED =
      Pattern.compile(
          "\\[info\\] {3}Stream #0:\\d+\\S*: Audio: [^,]*\\((?:drms|enca|aavd) / 0x\\w+\\).*");

  private static final Pattern LOCKED_ASF =
      Pattern.compile(INPUT + "\\[warning\\] (?:Ext )?DRM protected stream detected, .*");

  private static final Pattern FILM =
      Pattern.compile("\\[info\\] {3}Stream #0:\\d+\\S*: Video: (?!.*\\(attached pic\\)).*");
  private static final Pattern TOTALS =
      Pattern.compile(
          INPUT
              + "\\[verbose\\] {3}Input stream #0:\\d+ \\(audio\\): \\d+ packets read"
              + " \\(\\d+ bytes\\); \\d+ frames decoded; (\\d+) decode errors"
              + "(?: \\((\\d+) samples\\))?; ");
  private static final Pattern BROKEN_PACKET =
      Pattern.compile(INPUT + "\\[(?:warning|fatal)\\] corrupt input packet in stream \\d+");
  private static final Pattern BROKEN_PAGE = Pattern.compile(INPUT + "\\[error\\] CRC mismatch!");
  private static final Pattern BROKEN_FRAME =
      Pattern.compile("\\[aist#0:.*\\] \\[(?:warning|fatal)\\] corrupt decoded frame");
  private static final Pattern SIGNAL =
      Pattern.compile("\\[info\\] Exiting normally, received signal (\\d+)\\.");
  private static final Pattern END = Pattern.compile("\\[verbose\\] Exiting with exit code -?\\d+");
  private static final Pattern COMPLAINT =
      Pattern.compile("(?:\\[[^\\]]* @ [^\\]]*\\] )*\\[(?:error|fatal|panic)\\] (.*)");

  /** Begins the line that says how long the file is, or that nobody knows. */
  private static final String LENGTH = "[info]   Duration: ";

  private static final int MAX_COMPLAINTS = 100;

  private final List<String> complaints = new ArrayList<>();
  private String format = "";
  private OptionalDouble claimedSeconds = OptionalDouble.empty();
  private Optional<String> sampleFormat = Optional.empty();
  private OptionalInt bits = OptionalInt.empty();
  private OptionalLong decodeErrors = OptionalLong.empty();
  private OptionalInt signal = OptionalInt.empty();
  private long decodedSamples;
  private boolean described;
  private boolean guessed;
  private boolean film;
  private boolean locked;
  private boolean brokenData;
  private boolean ended;

  /** Takes one line of what FFmpeg says. */
  synchronized void line(String line) {
    Matcher complaint = COMPLAINT.matcher(line);
    if (complaint.matches() && complaints.size() < MAX_COMPLAINTS) {
      complaints.add(complaint.group(1));
    }
    brokenData |=
        BROKEN_PACKET.matcher(line).matches()
            || BROKEN_PAGE.matcher(line).matches()
            || BROKEN_FRAME.matcher(line).matches();
    locked |= LOCKED_ASF.matcher(line).matches();
    guessed |= GUESSED.matcher(line).matches();
    ended |= END.matcher(line).matches();
    if (line.startsWith("[info]")) {
      description(line);
    }
    Matcher totals = TOTALS.matcher(line);
    if (totals.matches()) {
      decodeErrors = OptionalLong.of(Long.parseLong(totals.group(1)));
      decodedSamples = totals.group(2) == null ? 0 : Long.parseLong(totals.group(2));
    }
  }

  private void description(String line) {
    Matcher input = FORMAT.matcher(line);
    if (input.matches() && format.isEmpty()) {
      format = input.group(1);
    }
    if (line.startsWith(LENGTH)) {
      described = true;
      notifyAll();
    }
    Matcher duration = DURATION.matcher(line);
    if (duration.matches() && claimedSeconds.isEmpty()) {
      claimedSeconds =
          OptionalDouble.of(
              3600.0 * Integer.parseInt(duration.group(1))
                  + 60 * Integer.parseInt(duration.group(2))
                  + Double.parseDouble(duration.group(3)));
    }
    Matcher sound = SOUND.matcher(line);
    if (sampleFormat.isEmpty() && sound.matches()) {
      sampleFormat = Optional.of(sound.group(1));
      bits = sound.group(2) == null ? bits : OptionalInt.of(Integer.parseInt(sound.group(2)));
    }
    film |= FILM.matcher(line).matches();
    locked |= LOCKED.matcher(line).matches();
    Matcher received = SIGNAL.matcher(line);
    if (received.matches()) {
      signal = OptionalInt.of(Integer.parseInt(received.group(1)));
    }
  }

  /**
   * Waits until FFmpeg has said how long the file is, which it does before it gives sound; not for
   * ever, since it may be one that says it in other words.
   */
  synchronized void awaitLength(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; !described && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** FFmpeg's names of the container, or nothing if none was recognised. */
  synchronized String format() {
    return format;
  }

  /** For showing progress: what the header says or what FFmpeg guesses from the bit rate. */
  synchronized OptionalDouble expectedSeconds() {
    return claimedSeconds;
  }

  /** How long the header says the sound is; of a film it says how long the film is. */
  synchronized OptionalDouble claimedSeconds() {
    return guessed || film ? OptionalDouble.empty() : claimedSeconds;
  }

  /**
   * The step between neighbouring values of the samples as the decoder gives them, in amplitude.
   * Lossy formats have none; theirs counts as that of 16 bits.
   */
  synchronized float step() {
    return switch (sampleFormat.orElse("flt")) {
      case "u8" -> 0x1p-7f;
      case "s32" -> Math.scalb(1f, 1 - bits.orElse(Integer.SIZE));
      case "s64" -> Math.scalb(1f, 1 - bits.orElse(Long.SIZE));
      default -> 0x1p-15f;
    };
  }

  /** Packets of the sound that could not be decoded; empty if FFmpeg came to no account. */
  synchronized OptionalLong decodeErrors() {
    return decodeErrors;
  }

  /** Frames of samples that were decoded, of all channels at once. */
  synchronized long decodedSamples() {
    return decodedSamples;
  }

  /** Whether the packets of the sound are protected from being copied. */
  synchronized boolean isLocked() {
    return locked;
  }

  /** Whether a packet, a page or a frame was found to be incomplete or not to fit its checksum. */
  synchronized boolean hasBrokenData() {
    return brokenData;
  }

  /** The signal that FFmpeg ended itself for, if it did. */
  synchronized OptionalInt signal() {
    return signal;
  }

  /** Whether FFmpeg came to its own end: everything else is a fault of the program. */
  synchronized boolean ended() {
    return ended;
  }

  /** The first messages of errors, of whatever part, without their prefixes. */
  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }
}
