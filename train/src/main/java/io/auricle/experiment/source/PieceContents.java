package io.auricle.experiment.source;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.source.Source.FileError;
import io.auricle.feature.FeatureMatrix;
import io.auricle.split.Part;
import io.auricle.split.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The clips of tracks, each scored by itself: {@code blues.00000#3} is the third of its track. An
 * honest split is over the tracks, and their pieces follow them.
 *
 * @param whole the tracks
 * @param pieces the tracks' pieces, in the tracks' order; artist or track is what they belong to
 * @param clips where each piece's features are
 * @param errors tracks that could not be analysed, and so have no pieces
 */
record PieceContents(
    SourceLoader.Contents whole,
    List<Track> pieces,
    Map<String, LabelledTrack.Features> clips,
    List<FileError> errors)
    implements SourceLoader.Contents {

  /** Analyses the tracks, since nothing else says how many clips each of them has. */
  static PieceContents of(SourceLoader.Contents whole) throws IOException, InterruptedException {
    List<FileError> errors = new ArrayList<>();
    Map<String, LabelledTrack.Features> features = whole.features(whole.tracks(), errors);
    List<Track> pieces = new ArrayList<>();
    Map<String, LabelledTrack.Features> clips = new LinkedHashMap<>();
    for (Track track : whole.tracks()) {
      LabelledTrack.Features all = features.get(track.id().value());
      if (all == null) {
        continue;
      }
      int count = all.load().size();
      for (int i = 0; i < count; i++) {
        int index = i;
        TrackId id = new TrackId(track.id().value() + "#" + (i + 1));
        pieces.add(
            new Track(
                id,
                track.path(),
                track.labels(),
                track.artist(),
                track.album(),
                track.original() == null ? track.id() : track.original()));
        clips.put(id.value(), () -> List.of(clip(all, index)));
      }
    }
    return new PieceContents(whole, List.copyOf(pieces), clips, errors);
  }

  private static FeatureMatrix clip(LabelledTrack.Features track, int index) throws IOException {
    return track.load().get(index);
  }

  @Override
  public List<Track> tracks() {
    return pieces;
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
    Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
    Map<String, Map<String, Double>> known = whole.shares();
    for (Track piece : pieces) {
      Map<String, Double> own = known.get(trackOf(piece).value());
      if (own != null) {
        shares.put(piece.id().value(), own);
      }
    }
    return shares;
  }

  @Override
  public Split split(SourceOptions options, List<List<Track>> copies) throws DatasetException {
    if (options.split().leakyRandom() != null) {
      return options.split().split(options, pieces);
    }
    Split split = whole.split(options, copies);
    Map<Part, SortedSet<TrackId>> parts = new EnumMap<>(Part.class);
    for (Track piece : pieces) {
      split
          .partOf(trackOf(piece))
          .ifPresent(part -> parts.computeIfAbsent(part, p -> new TreeSet<>()).add(piece.id()));
    }
    return new Split(split.name(), split.origin(), split.leaky(), parts);
  }

  private static TrackId trackOf(Track piece) {
    String id = piece.id().value();
    return new TrackId(id.substring(0, id.lastIndexOf('#')));
  }

  @Override
  public Map<String, LabelledTrack.Features> features(
      List<Track> chosen, List<FileError> failures) {
    failures.addAll(errors);
    return clips;
  }
}
