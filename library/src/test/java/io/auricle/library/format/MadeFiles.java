package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.auricle.audio.ffmpeg.FfmpegExecutable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files with sound and tags, made by the tests that read them. */
final class MadeFiles {
  private static final int RATE_HZ = 16_000;

  private MadeFiles() {}

  /** A tone of a second, encoded by FFmpeg. */
  static Path encode(Path folder, String name, String... arguments)
      throws IOException, InterruptedException {
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * RATE_HZ).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(ISO_8859_1)).putInt(36 + 2 * RATE_HZ);
    wav.put("WAVEfmt ".getBytes(ISO_8859_1)).putInt(16).putShort((short) 1).putShort((short) 1);
    wav.putInt(RATE_HZ).putInt(2 * RATE_HZ).putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(ISO_8859_1)).putInt(2 * RATE_HZ);
    for (int i = 0; i < RATE_HZ; i++) {
      wav.putShort((short) (9000 * Math.sin(2 * Math.PI * 440 * i / RATE_HZ)));
    }
    Path source = Files.write(folder.resolve("source.wav"), wav.array());
    Path target = folder.resolve(name);
    FfmpegExecutable ffmpeg = FfmpegExecutable.find();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(ffmpeg.file().toString(), "-hide_banner", "-v", "error"));
    command.addAll(
        List.of("-y", "-nostdin", "-i", source.toString(), "-metadata", "artist=Bj\u00f6rk"));
    command.addAll(List.of(arguments));
    command.add(target.toString());
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    ffmpeg.libraries().ifPresent(f -> builder.environment().put("LD_LIBRARY_PATH", f.toString()));
    if (builder.start().waitFor() != 0) {
      throw new IOException("cannot encode " + name);
    }
    return target;
  }

  /** The fields of a file. */
  static Map<String, List<String>> fields(Path file) throws IOException, TagException {
    try (FileChannel open = FileChannel.open(file)) {
      return TagFormats.open(new FileBytes(open)).fields();
    }
  }

  /**
   * Changes a copy of a file, and takes the change back on another copy.
   *
   * @return the changed copy; the other is at its side, with {@code .undone} behind
   */
  static Path changed(Path file, Map<String, List<String>> fields)
      throws IOException, TagException {
    Path changed = file.resolveSibling("changed-" + file.getFileName());
    Path undone = changed.resolveSibling(changed.getFileName() + ".undone");
    byte[] undo;
    try (FileChannel open = FileChannel.open(file);
        FileChannel out = fresh(changed)) {
      FileBytes bytes = new FileBytes(open);
      Patch patch = TagFormats.open(bytes).with(fields);
      patch.write(open, out);
      undo = patch.inverse(bytes).toBytes();
    }
    try (FileChannel open = FileChannel.open(changed);
        FileChannel out = fresh(undone)) {
      Patch.of(undo).write(open, out);
    }
    return changed;
  }

  private static FileChannel fresh(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  /** Whether taking a change back gave the very bytes. */
  static boolean isUndone(Path file, Path changed) throws IOException {
    return Files.mismatch(file, changed.resolveSibling(changed.getFileName() + ".undone")) < 0;
  }

  /** A frame of ID3. */
  static byte[] frame(int version, String id, String body) {
    byte[] bytes = body.getBytes(ISO_8859_1);
    byte[] size = Numbers.bytes(bytes.length, ByteOrder.BIG_ENDIAN);
    return version == 2
        ? join(id.getBytes(ISO_8859_1), new byte[] {size[1], size[2], size[3]}, bytes)
        : join(
            id.getBytes(ISO_8859_1),
            version == 4 ? Numbers.sevenBits(bytes.length) : size,
            new byte[2],
            bytes);
  }

  /** A block of ID3 with these frames. */
  static byte[] block(int version, int flags, byte[]... frames) {
    byte[] body = join(frames);
    return join(
        new byte[] {'I', 'D', '3', (byte) version, 0, (byte) flags},
        Numbers.sevenBits(body.length),
        body);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
