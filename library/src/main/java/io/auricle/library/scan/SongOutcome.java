package io.auricle.library.scan;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ffmpeg.FileMetadata;
import io.auricle.library.sound.SoundFacts;
import io.auricle.predict.TrackPrediction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file that was new or changed.
 *
 * @param file as it was before it was read
 * @param metadata what it says of itself; nothing if that could not be read
 * @param said of each model, in their order; empty if it was not heard
 * @param facts what was measured beside that; nothing if it was not heard
 * @param fault why it could not be heard
 */
public record SongOutcome(
    FoundFile file,
    @Nullable FileMetadata metadata,
    List<Optional<TrackPrediction>> said,
    @Nullable SoundFacts facts,
    @Nullable DecodeException fault) {
  public SongOutcome {
    said = List.copyOf(said);
  }

  /** Whether the library knows its sound from another file or another time. */
  boolean isKnown() {
    return said.isEmpty() && fault == null;
  }
}
