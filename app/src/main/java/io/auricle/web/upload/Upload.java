package io.auricle.web.upload;

import java.util.List;
import java.util.Map;

/**
 * What a request brought.
 *
 * @param files in the order sent
 * @param fields values of the other parts by name
 */
public record Upload(List<UploadedFile> files, Map<String, List<String>> fields)
    implements AutoCloseable {
  public Upload {
    files = List.copyOf(files);
    fields = Map.copyOf(fields);
  }

  /** Removes the files. */
  @Override
  public void close() {
    files.forEach(UploadedFile::delete);
  }
}
