package io.auricle.library.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FileTraitsTest {
  /** What Linux says of a file on sshfs, whose tags could not be written for that. */
  @Test
  void diskWithoutAttributesHasNone() throws IOException {
    String why = "Unable to get list of extended attributes: ";
    assertEquals(List.of(), FileTraits.names(new Refusing(why + "Operation not supported")));
    Refusing broken = new Refusing(why + "Input/output error");
    assertThrows(FileSystemException.class, () -> FileTraits.names(broken));
  }

  private record Refusing(String reason) implements UserDefinedFileAttributeView {
    @Override
    public String name() {
      return "user";
    }

    @Override
    public List<String> list() throws IOException {
      throw new FileSystemException("song.mp3", null, reason);
    }

    @Override
    public int size(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(String name, ByteBuffer to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(String name, ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String name) {
      throw new UnsupportedOperationException();
    }
  }
}
