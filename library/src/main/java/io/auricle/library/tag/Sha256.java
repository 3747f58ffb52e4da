package io.auricle.library.tag;

import io.auricle.library.format.Patch;
import io.auricle.library.format.TagException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of files, as 64 hexadecimal digits. */
final class Sha256 {
  private static final int BLOCK = 1 << 16;

  private final MessageDigest digest;

  private Sha256() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String of(FileChannel file) throws IOException {
    Sha256 sha = new Sha256();
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long at = 0;
    for (int count = file.read(block, at); count >= 0; count = file.read(block, at)) {
      at += count;
      sha.digest.update(block.flip());
      block.clear();
    }
    return HexFormat.of().formatHex(sha.digest.digest());
  }

  /** Of the file that a patch would make. */
  static String of(Patch patch, FileChannel other) throws IOException, TagException {
    Sha256 sha = new Sha256();
    patch.write(
        other,
        new WritableByteChannel() {
          @Override
          public int write(ByteBuffer bytes) {
            int count = bytes.remaining();
            sha.digest.update(bytes);
            return count;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {
            // There is nothing to close.
          }
        });
    return HexFormat.of().formatHex(sha.digest.digest());
  }
}
