package io.auricle.experiment.source;

import io.auricle.dataset.Track;
import io.auricle.experiment.source.Source.FileError;
import io.auricle.neural.option.AudioChanges;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A source whose data set does not know the artists of its tracks, but published lists do.
 *
 * @param whole as the data set knows it
 * @param tracks the same with their artists
 */
record ArtistContents(SourceLoader.Contents whole, List<Track> tracks)
    implements SourceLoader.Contents {
  ArtistContents(SourceLoader.Contents whole, PublishedArtists artists) {
    this(whole, artists.of(whole.tracks()));
  }

  @Override
  public List<String> warnings() {
    return whole.warnings();
  }

  @Override
  public Set<String> vocabulary() {
    return whole.vocabulary();
  }

  @Override
  public Map<String, Map<String, Double>> shares() {
    return whole.shares();
  }

  @Override
  public Map<String, LabelledTrack.Features> features(List<Track> chosen, List<FileError> errors)
      throws IOException, InterruptedException {
    return whole.features(chosen, errors);
  }

  @Override
  public Map<String, List<LabelledTrack.Features>> variants(
      List<Track> chosen, AudioChanges changes, List<FileError> errors)
      throws IOException, InterruptedException {
    return whole.variants(chosen, changes, errors);
  }
}
