import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the clips of {@code samples/}. Usage: {@code MakeSamples FFMPEG FOLDER}, where FFMPEG is an
 * FFmpeg executable with the LAME, Opus and Vorbis encoders. Everything is computed from fixed seeds.
 */
public final class MakeSamples {
  private MakeSamples() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("usage: MakeSamples FFMPEG FOLDER");
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(args[1]));
    write(args[0], folder.resolve("classical.flac"), Pieces.classical(), "-ar", "22050");
    write(args[0], folder.resolve("metal.mp3"), Pieces.metal(), "-b:a", "96k");
    write(args[0], folder.resolve("disco.ogg"), Pieces.disco(), "-strict", "-2", "-ac", "2", "-c:a", "vorbis", "-q:a", "4");
    write(args[0], folder.resolve("reggae.mp3"), Pieces.reggae(), "-b:a", "96k");
    write(args[0], folder.resolve("hiphop.ogg"), Pieces.hiphop(), "-c:a", "libopus", "-b:a", "64k");
    write(args[0], folder.resolve("jazz.wav"), Pieces.jazz(), "-ar", "22050");
  }

  private static void write(String ffmpeg, Path target, float[] samples, String... options)
      throws IOException, InterruptedException {
    Effects.finish(samples);
    List<String> command = new ArrayList<>(List.of(ffmpeg, "-hide_banner", "-v", "error", "-y"));
    command.addAll(List.of("-f", "wav", "-i", "pipe:0", "-bitexact", "-map_metadata", "-1"));
    command.addAll(List.of("-sample_fmt", target.toString().endsWith(".mp3") ? "s16p" : "s16"));
    if (target.toString().endsWith(".ogg")) {
      command.removeAll(List.of("-sample_fmt", "s16"));
    }
    command.addAll(List.of(options));
    command.add(target.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(wav(samples));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(target + ": " + said);
    }
    System.out.println(target + " " + Files.size(target) + " bytes");
  }

  private static byte[] wav(float[] samples) {
    int bytes = 2 * samples.length;
    ByteBuffer header = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) 1).putInt(Synth.RATE_HZ).putInt(2 * Synth.RATE_HZ);
    header.putShort((short) 2).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (float sample : samples) {
      header.putShort((short) Math.round(32767 * sample));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(header.capacity());
    out.writeBytes(header.array());
    return out.toByteArray();
  }
}
