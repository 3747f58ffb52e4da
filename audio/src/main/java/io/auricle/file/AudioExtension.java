package io.auricle.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The endings by which files with sound are known among others in a folder: those of every format
 * that is decoded. The one list of formats, too: what FFmpeg may try to read stands here with the
 * endings of its files, so that whatever is decoded by name is found in folders.
 */
public final class AudioExtension {
  /** FFmpeg's names of formats, with the endings of their files; some have none of their own. */
  private static final Map<String, Set<String>> OF_FFMPEG =
      formats(
          "aac: aac adts",
          "ac3: ac3",
          "eac3: eac3 ec3",
          "aiff: aif aifc aiff",
          "amr: amr",
          "amrnb:",
          "amrwb: awb",
          "ape: ape mac",
          "asf: asf wma wmv",
          "au: au snd",
          "avi: avi divx",
          "caf: caf",
          "dsf: dsf",
          "dts: dts",
          "dtshd: dtshd dtsma",
          "flac: flac",
          "flv: flv",
          "iff: 16sv 8svx dff iff svx",
          "ircam: ircam",
          "loas: latm loas",
          "matroska: mk3d mka mkv",
          "webm: weba webm",
          "mov: mov qt",
          "mp4: f4a f4b f4v m4p m4r m4v mp4",
          "m4a: m4a m4b",
          "3gp: 3ga 3gp 3gpp",
          "3g2: 3g2 3gp2",
          "mj2: mj2",
          "mp3: m2a mp1 mp2 mp3 mpa mpga",
          "mpc: mp+ mpc",
          "mpc8:",
          "mpeg: m2p mpe mpeg mpg vob",
          "mpegts: m2t m2ts mts tp trp ts",
          "ogg: oga ogg ogm ogv ogx opus spx",
          "rm: ra rm rmvb",
          "shn: shn",
          "spdif: spdif",
          "tak: tak",
          "truehd: thd truehd",
          "tta: tta",
          "voc: voc",
          "w64: w64",
          "wav: bwf rf64 wav wave",
          "wv: wv",
          "xwma: xwm xwma");

  private static final Set<String> KNOWN =
      OF_FFMPEG.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  /**
   * Also of programs, tables of words, trees of devices, surveys, skeletons, mail and pictures:
   * whether a file of these is sound is seen only in its bytes.
   */
  private static final Set<String> AMBIGUOUS =
      Set.of("asf", "dts", "iff", "mac", "mts", "qt", "rm", "svx", "tp", "ts", "voc");

  private AudioExtension() {}

  private static Map<String, Set<String>> formats(String... lines) {
    Map<String, Set<String>> formats = new LinkedHashMap<>();
    for (String line : lines) {
      List<String> words = Arrays.asList(line.split("[: ]+"));
      formats.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
    }
    return formats;
  }

  /** FFmpeg's names of the formats that are decoded. */
  public static List<String> ffmpegFormats() {
    return List.copyOf(OF_FFMPEG.keySet());
  }

  /** The endings of a format by FFmpeg's name. */
  static Set<String> ofFormat(String format) {
    return OF_FFMPEG.getOrDefault(format, Set.of());
  }

  /** The ending after the last dot in lower case, empty if there is none. */
  public static String of(Path file) {
    return of(String.valueOf(file.getFileName()));
  }

  /** Whether a visible file is audio by its name. */
  public static boolean isAudio(Path file) {
    return !String.valueOf(file.getFileName()).startsWith(".") && isKnown(file);
  }

  /** Whether a file has one of the endings, hidden or not. */
  public static boolean isKnown(Path file) {
    return KNOWN.contains(of(file));
  }

  /** Whether files of this name are often no sound at all. */
  public static boolean isAmbiguous(Path file) {
    return AMBIGUOUS.contains(of(file));
  }

  /** A file name without its audio ending; other endings stay. */
  public static String strip(String fileName) {
    return KNOWN.contains(of(fileName))
        ? fileName.substring(0, fileName.lastIndexOf('.'))
        : fileName;
  }

  private static String of(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
