package io.auricle.web.upload;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.web.http.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Takes the parts of a multipart body as they come: files to disk, fields to memory. A file beyond
 * the limit is read on and dropped, since the others may be good. Not thread-safe.
 */
final class PartSink extends MultiPart.AbstractPartsListener {
  static final String FILE = "file";

  private static final int FIELD_BYTES = 4096;
  private static final Path NO_PATH = Path.of("");

  private final UploadSpace space;
  private final UploadLimits limits;
  private final List<UploadedFile> files = new ArrayList<>();
  private final Map<String, List<String>> fields = new HashMap<>();
  private @Nullable ByteArrayOutputStream field;
  private @Nullable StoredUpload file;
  private long bytes;
  private boolean complete;
  private @Nullable ProblemException failure;

  PartSink(UploadSpace space, UploadLimits limits) {
    this.space = space;
    this.limits = limits;
  }

  @Override
  public void onPartHeaders() {
    if (failure != null) {
      return;
    }
    String name = getName();
    if (name == null) {
      failure = ProblemException.badRequest("a part has no name");
    } else if (name.equals(FILE)) {
      beginFile();
    } else if (getFileName() == null) {
      field = new ByteArrayOutputStream();
    } else {
      failure = ProblemException.badRequest("files must be sent in parts named file");
    }
  }

  private void beginFile() {
    if (files.size() == limits.files()) {
      failure =
          ProblemException.of(
              413, "TOO_MANY_FILES", "more than " + limits.files() + " files in one request");
      return;
    }
    bytes = 0;
    try {
      file = space.newFile();
    } catch (ProblemException e) {
      failure = e;
    }
  }

  @Override
  public void onPartContent(Content.Chunk chunk) {
    ByteBuffer buffer = chunk.getByteBuffer();
    int count = buffer.remaining();
    if (failure != null || count == 0) {
      return;
    }
    byte[] block = new byte[count];
    buffer.get(block);
    if (field != null) {
      if (field.size() + count > FIELD_BYTES) {
        failure = ProblemException.badRequest("a field is longer than " + FIELD_BYTES + " bytes");
        return;
      }
      field.writeBytes(block);
      return;
    }
    bytes += count;
    if (file != null && bytes <= limits.fileBytes()) {
      try {
        file.write(block);
      } catch (ProblemException e) {
        failure = e;
      }
    }
  }

  @Override
  public void onPart(String name, @Nullable String fileName, HttpFields headers) {
    if (failure != null) {
      return;
    }
    if (field != null) {
      fields
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(field.toString(StandardCharsets.UTF_8));
      field = null;
    } else {
      endFile(fileName == null ? "" : fileName);
    }
  }

  private void endFile(String name) {
    if (file != null) {
      try {
        file.finish();
        files.add(new UploadedFile(name, file, refusal()));
        file = null;
      } catch (ProblemException e) {
        failure = e;
      }
    }
  }

  private Optional<DecodeException> refusal() {
    return bytes <= limits.fileBytes()
        ? Optional.empty()
        : Optional.of(
            new DecodeException(
                ErrorCode.TOO_LARGE,
                NO_PATH,
                "has %d bytes; the limit is %d".formatted(bytes, limits.fileBytes())));
  }

  @Override
  public void onComplete() {
    complete = true;
  }

  @Override
  public void onFailure(Throwable cause) {
    if (failure == null) {
      failure = ProblemException.badRequest("the multipart body is wrong: " + cause.getMessage());
    }
  }

  /** Whether the last boundary was read. */
  boolean isComplete() {
    return complete;
  }

  /**
   * Passes on what went wrong so far.
   *
   * @throws ProblemException if the request is at fault, or the disk
   */
  void check() {
    if (failure != null) {
      throw failure;
    }
  }

  Upload upload() {
    return new Upload(files, fields);
  }

  /** Removes everything, for a request that is refused. */
  void discard() {
    if (file != null) {
      file.discard();
    }
    files.forEach(UploadedFile::delete);
  }
}
