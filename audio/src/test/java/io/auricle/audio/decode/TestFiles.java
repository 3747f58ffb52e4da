package io.auricle.audio.decode;

import io.auricle.audio.ffmpeg.FfmpegExecutable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sound files made by the tests that read them. */
final class TestFiles {
  static final int RATE_HZ = 44_100;
  static final double TONE_HZ = 441;
  static final double TONE_AMPLITUDE = 0.5;

  private TestFiles() {}

  /** A WAV header of the classic 44 bytes. */
  static byte[] wavHeader(int tag, int channels, long rateHz, int bits, long dataBytes) {
    int frameBytes = channels * bits / 8;
    ByteBuffer out = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt((int) (dataBytes + 36)).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) tag).putShort((short) channels).putInt((int) rateHz);
    out.putInt((int) (rateHz * frameBytes)).putShort((short) frameBytes).putShort((short) bits);
    return out.put(ascii("data")).putInt((int) dataBytes).array();
  }

  /** A 16-bit mono WAV of a tone of 441 Hz. */
  static byte[] toneWav(double seconds) {
    int frames = (int) (seconds * RATE_HZ);
    ByteBuffer out = ByteBuffer.allocate(2 * frames).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < frames; i++) {
      out.putShort((short) Math.round(32768 * tone(i)));
    }
    return join(wavHeader(1, 1, RATE_HZ, 16, 2L * frames), out.array());
  }

  static double tone(int i) {
    return TONE_AMPLITUDE * Math.sin(2 * Math.PI * TONE_HZ * i / RATE_HZ);
  }

  /** The tone as another format, encoded by FFmpeg. */
  static Path encode(Path folder, String name, double seconds, String... arguments)
      throws IOException, InterruptedException {
    Path target = folder.resolve(name);
    List<String> output = new ArrayList<>(List.of(arguments));
    output.add(target.toString());
    run(folder, seconds, output, ProcessBuilder.Redirect.INHERIT);
    return target;
  }

  /** The tone in another format, which cannot be sought in while it is written. */
  static byte[] encodeToPipe(Path folder, String format, double seconds)
      throws IOException, InterruptedException {
    Path target = folder.resolve("pipe." + format);
    // Only what comes out of a program goes to this file, and FFmpeg takes it for a pipe.
    run(
        folder,
        seconds,
        List.of("-f", format, "pipe:1"),
        ProcessBuilder.Redirect.to(target.toFile()));
    return Files.readAllBytes(target);
  }

  private static void run(
      Path folder, double seconds, List<String> output, ProcessBuilder.Redirect stdout)
      throws IOException, InterruptedException {
    Path wav = folder.resolve("tone-source.wav");
    Files.write(wav, toneWav(seconds));
    FfmpegExecutable executable = FfmpegExecutable.find();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(executable.file().toString(), "-hide_banner", "-v", "error", "-y"));
    command.addAll(List.of("-nostdin", "-i", wav.toString()));
    command.addAll(output);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO().redirectOutput(stdout);
    executable
        .libraries()
        .ifPresent(f -> builder.environment().put("LD_LIBRARY_PATH", f.toString()));
    if (builder.start().waitFor() != 0) {
      throw new IOException("cannot encode " + String.join(" ", output));
    }
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
