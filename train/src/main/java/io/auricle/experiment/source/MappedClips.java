package io.auricle.experiment.source;

import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The clips of a file of the {@link FeatureCache}, each copied out of the mapped file when it is
 * asked for. Thread-safe.
 */
final class MappedClips extends AbstractList<FeatureMatrix> implements RandomAccess {
  private final ByteBuffer bytes;
  private final List<Place> places;

  /** Where the values of a clip begin, in bytes. */
  private record Place(int offset, int frames, int columns) {}

  private MappedClips(ByteBuffer bytes, List<Place> places) {
    this.bytes = bytes;
    this.places = places;
  }

  /**
   * @throws IOException if the content ends before it should; the message names the file
   */
  static MappedClips of(Path file, ByteBuffer content) throws IOException {
    ByteBuffer bytes = content.order(ByteOrder.LITTLE_ENDIAN);
    List<Place> places = new ArrayList<>();
    try {
      int clips = bytes.getInt();
      for (int i = 0; i < clips; i++) {
        int frames = bytes.getInt();
        int columns = bytes.getInt();
        places.add(new Place(bytes.position(), frames, columns));
        bytes.position(bytes.position() + Float.BYTES * Math.multiplyExact(frames, columns));
      }
    } catch (RuntimeException e) {
      throw new IOException(file + " was cut or is no file of features; delete it", e);
    }
    return new MappedClips(bytes, places);
  }

  @Override
  public FeatureMatrix get(int index) {
    Place place = places.get(index);
    float[] values = new float[place.frames() * place.columns()];
    bytes
        .duplicate()
        .order(ByteOrder.LITTLE_ENDIAN)
        .position(place.offset())
        .asFloatBuffer()
        .get(values);
    return FeatureMatrix.of(place.frames(), place.columns(), values);
  }

  @Override
  public int size() {
    return places.size();
  }
}
