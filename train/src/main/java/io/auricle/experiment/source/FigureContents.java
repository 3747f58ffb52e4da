package io.auricle.experiment.source;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.dataset.known.Datasets;
import io.auricle.dataset.table.FigurePictures;
import io.auricle.dataset.table.FigurePictures.Figure;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.source.Source.FileError;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.set.MelImageOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of mel spectrograms of GTZAN as they are: the grey levels of their plots.
 *
 * @param tracks those that have a figure
 * @param figures by track
 */
record FigureContents(List<Track> tracks, Map<String, Figure> figures)
    implements SourceLoader.Contents {
  static FigureContents load(SourceOptions options, FeatureOptions features)
      throws DatasetException {
    if (!(features instanceof MelImageOptions image)
        || image.rows() != FigurePictures.ROWS
        || image.columns() != FigurePictures.COLUMNS) {
      throw new IllegalArgumentException(
          "features=%s must be mel-image with rows=%d and columns=%d for figures"
              .formatted(features, FigurePictures.ROWS, FigurePictures.COLUMNS));
    }
    Map<TrackId, TrackId> copies = Datasets.copies(options.dataset());
    List<Track> tracks = new ArrayList<>();
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Figure figure : FigurePictures.open(Path.of(options.path())).figures()) {
      TrackId id = figure.track();
      tracks.add(new Track(id, figure.file(), List.of(figure.label()), null, null, copies.get(id)));
      figures.put(id.value(), figure);
    }
    return new FigureContents(List.copyOf(tracks), figures);
  }

  @Override
  public Map<String, LabelledTrack.Features> features(List<Track> chosen, List<FileError> errors) {
    Map<String, LabelledTrack.Features> features = new LinkedHashMap<>();
    for (Track track : chosen) {
      String id = track.id().value();
      Figure figure = figures.get(id);
      if (figure == null) {
        throw new IllegalArgumentException("track " + id + " must have a figure");
      }
      try {
        FigurePictures.grey(figure);
        features.put(id, () -> List.of(read(figure)));
      } catch (DatasetException e) {
        errors.add(
            new FileError(figure.file().toString(), "CORRUPT", String.valueOf(e.getMessage())));
      }
    }
    return features;
  }

  private static FeatureMatrix read(Figure figure) throws IOException {
    try {
      return FigurePictures.grey(figure);
    } catch (DatasetException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
