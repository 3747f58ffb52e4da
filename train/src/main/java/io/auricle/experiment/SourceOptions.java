package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.split.Part;
import io.auricle.yaml.Needed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source of labelled tracks.
 *
 * @param dataset name in the catalogue of data sets, for instance {@code gtzan}
 * @param target what of the data set is learned, for instance {@code emotions@0.25}; its first
 *     target if left out. For audio only, tables and pictures bring their labels
 * @param format what is at {@code path}; audio if left out
 * @param path folder or file
 * @param split which track is in which part
 * @param parts the parts that are used; all if left out. Others are not even read
 * @param labels the source's labels in the experiment's words; those not listed stay as they are
 * @param pieces whether each clip of a track, or each row of a table of pieces, is scored by
 *     itself, as the literature on leaky splits does, rather than tracks by the mean of their
 *     pieces
 * @param weight how often its tracks are drawn relative to other sources'; 1 if left out
 * @param list for audio: a CSV file with the columns {@code track,label} that takes the place of
 *     the data set's own labels, see {@code source.ListedTracks}; {@code dataset} is then just a
 *     name
 * @param artists published lists with the artist of each track, for data sets that do not know
 *     them; none if left out
 * @param scale scaling of the features over more tracks than are learned from, which leaks; none if
 *     left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceOptions(
    @Needed String dataset,
    @Nullable String target,
    Format format,
    @Needed String path,
    @Needed SplitOptions split,
    List<Part> parts,
    Map<String, String> labels,
    boolean pieces,
    Double weight,
    @Nullable String list,
    List<String> artists,
    @Nullable ScaleOptions scale) {
  /** What a source consists of. */
  public enum Format {
    /** Audio files, decoded and analysed through the feature cache. */
    AUDIO,
    /** A CSV file with a column for each feature, {@code filename} and {@code label}. */
    TABLE,
    /**
     * The pictures of mel spectrograms of GTZAN: a folder with the levels and their index, or one
     * with the figures of the common download in folders of genres.
     */
    PICTURES
  }

  public SourceOptions {
    format = format == null ? Format.AUDIO : format;
    parts = parts == null ? List.of(Part.values()) : List.copyOf(parts);
    labels = labels == null ? Map.of() : Map.copyOf(labels);
    artists = artists == null ? List.of() : List.copyOf(artists);
    if (list != null && format != Format.AUDIO) {
      throw new IllegalArgumentException(
          "list=" + list + " must be left out unless format is audio");
    }
    if (target != null && format != Format.AUDIO) {
      throw new IllegalArgumentException(
          "target=" + target + " must be left out unless format is audio");
    }
    weight = weight == null ? 1.0 : weight;
    if (!(weight > 0)) {
      throw new IllegalArgumentException("weight=" + weight + " must be above 0");
    }
  }

  /** Without scaling. */
  public SourceOptions(
      String dataset,
      @Nullable String target,
      Format format,
      String path,
      SplitOptions split,
      List<Part> parts,
      Map<String, String> labels,
      boolean pieces,
      Double weight,
      @Nullable String list,
      List<String> artists) {
    this(dataset, target, format, path, split, parts, labels, pieces, weight, list, artists, null);
  }
}
