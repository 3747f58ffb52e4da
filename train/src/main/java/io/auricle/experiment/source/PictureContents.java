package io.auricle.experiment.source;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.dataset.known.Datasets;
import io.auricle.dataset.table.MelPictures;
import io.auricle.dataset.table.MelPictures.Picture;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.source.Source.FileError;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.set.MelOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The published pictures of GTZAN's mel spectrograms, read back into bands. */
final class PictureContents implements SourceLoader.Contents {
  private final List<Track> tracks;
  private final Map<String, Picture> pictures;
  private final MelPictures all;
  private final FeatureOptions set;

  private PictureContents(
      List<Track> tracks, Map<String, Picture> pictures, MelPictures all, FeatureOptions set) {
    this.tracks = tracks;
    this.pictures = pictures;
    this.all = all;
    this.set = set;
  }

  static PictureContents load(SourceOptions options, FeatureOptions features)
      throws DatasetException {
    if (!(features.base() instanceof MelOptions mel)
        || mel.bands() != MelPictures.BANDS
        || mel.floorDb() != -MelPictures.RANGE_DB) {
      throw new IllegalArgumentException(
          "features=%s must be mel with bands=128 and floorDb=-40, or made of it, for pictures"
              .formatted(features));
    }
    MelPictures all = MelPictures.open(Path.of(options.path()));
    Map<String, Picture> pictures = new LinkedHashMap<>();
    List<Track> tracks = new ArrayList<>();
    Map<TrackId, TrackId> copies = Datasets.copies(options.dataset());
    for (Picture picture : all.pictures()) {
      tracks.add(
          new Track(
              picture.track(),
              null,
              List.of(picture.label()),
              null,
              null,
              copies.get(picture.track())));
      pictures.put(picture.track().value(), picture);
    }
    return new PictureContents(tracks, pictures, all, features);
  }

  @Override
  public List<Track> tracks() {
    return tracks;
  }

  @Override
  public Map<String, LabelledTrack.Features> features(List<Track> chosen, List<FileError> errors) {
    Map<String, LabelledTrack.Features> features = new LinkedHashMap<>();
    pictures.forEach(
        (id, picture) -> features.put(id, () -> List.of(set.derive(all.toDb(picture)))));
    return features;
  }
}
