package io.auricle.dataset.table;

import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a feature table is about.
 *
 * @param fileName as in the table, for instance {@code rock.00099.2.wav}
 * @param track the recording, here {@code rock.00099}
 * @param piece which piece of the track, here 2; 0 if the row is about all of it
 * @param lengthSamples length of the signal in samples, or 0 if the table does not say
 * @param label as in the table, or null if it has none
 */
public record PieceKey(
    String fileName, TrackId track, int piece, long lengthSamples, @Nullable Label label) {
  private static final Pattern PIECE = Pattern.compile("(.+\\.\\d{5})\\.(\\d{1,6})");

  /** Takes track and piece from the file name. */
  public static PieceKey of(String fileName, long lengthSamples, @Nullable Label label) {
    TrackId id = TrackId.ofFileName(fileName);
    var matcher = PIECE.matcher(id.value());
    return matcher.matches()
        ? new PieceKey(
            fileName,
            new TrackId(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            lengthSamples,
            label)
        : new PieceKey(fileName, id, 0, lengthSamples, label);
  }
}
