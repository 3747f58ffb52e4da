package io.auricle.cli.train;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ffmpeg.FileMetadata;
import io.auricle.file.FileName;
import io.auricle.library.song.Folded;
import io.auricle.teach.TaughtNetwork;
import io.auricle.teach.TaughtTrack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be learned from, and what came of hearing it.
 *
 * @param sound hash of its sound, where its format is known
 * @param track nothing where there is a fault
 */
record HeardFile(
    LabelledFile file,
    @Nullable String sound,
    @Nullable TaughtTrack track,
    @Nullable DecodeException fault) {
  static HeardFile of(TaughtNetwork network, LabelledFile file) {
    @Nullable FileMetadata metadata = null;
    try {
      metadata = FileMetadata.read(file.path(), DecodeLimits.DEFAULT);
    } catch (DecodeException e) {
      // Whoever decodes it says better what is wrong, or finds that nothing is.
    }
    try {
      TaughtTrack track =
          new TaughtTrack(
              FileName.text(file.path()),
              group(file, metadata == null ? Map.of() : metadata.tags()),
              file.label(),
              network.hear(
                  file.path(), metadata == null ? OptionalDouble.empty() : metadata.seconds()));
      return new HeardFile(file, metadata == null ? null : metadata.soundHash(), track, null);
    } catch (DecodeException e) {
      return new HeardFile(file, null, null, e);
    }
  }

  /** Whom a track is by, else what album it is on, else itself. */
  private static String group(LabelledFile file, Map<String, String> tags) {
    @Nullable String artist = file.artist();
    if (artist == null) {
      artist = tags.getOrDefault("artist", tags.getOrDefault("album_artist", ""));
    }
    if (!artist.isBlank()) {
      return "artist:" + Folded.of(artist.strip());
    }
    String album = file.album() == null ? tags.getOrDefault("album", "") : file.album();
    return album.isBlank() ? "track:" + FileName.text(file.path()) : "album:" + Folded.of(album);
  }

  /**
   * What there is to learn from: the same sound once, and not at all if it has several labels.
   *
   * @param warnings told of sounds with several
   */
  static List<TaughtTrack> tracks(List<HeardFile> heard, Consumer<String> warnings) {
    Map<String, List<HeardFile>> sounds = new LinkedHashMap<>();
    for (HeardFile one : heard) {
      if (one.track() != null) {
        String sound = one.sound() == null ? FileName.text(one.file().path()) : one.sound();
        sounds.computeIfAbsent(sound, none -> new ArrayList<>()).add(one);
      }
    }
    List<TaughtTrack> tracks = new ArrayList<>();
    for (List<HeardFile> same : sounds.values()) {
      if (same.stream().map(one -> one.file().label()).distinct().count() > 1) {
        warnings.accept(
            "the same sound under several labels, left out: "
                + same.stream()
                    .map(one -> one.file().path().toString())
                    .collect(Collectors.joining(", ")));
      } else {
        same.stream().map(HeardFile::track).filter(Objects::nonNull).limit(1).forEach(tracks::add);
      }
    }
    return tracks;
  }
}
