package io.auricle.reproduce;

import io.auricle.cli.Wav;
import io.auricle.feature.set.FeatureSets;
import io.auricle.label.Label;
import io.auricle.label.Taxonomy;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * The common download of GTZAN as people have it, made by the tests: all names, of each clip a
 * little more than a piece of 3 s, with the faults that such folders have. {@code jazz.00054} is no
 * audio, {@code country.00007} is absent, {@code blues.00003} is there twice, once as a copy that a
 * file manager made, and {@code pop.00033} is byte for byte {@code pop.00032}.
 */
public final class SimulatedDownload {
  private static final List<String> GENRES =
      Taxonomy.GTZAN.labels().stream().map(Label::name).toList();
  private static final int CLIPS = 100;
  private static final int RATE_HZ = 22_050;
  private static final int SAMPLES = (int) (3.1 * RATE_HZ);

  /** Pieces of a clip in the table of pieces; in truth there are ten. */
  private static final int PIECES = 2;

  private SimulatedDownload() {}

  /** Writes the download into a folder. */
  public static void write(Path root) throws IOException {
    Random random = new Random(1);
    for (int genre = 0; genre < GENRES.size(); genre++) {
      String name = GENRES.get(genre);
      byte[] tone = tone(genre, SAMPLES);
      BufferedImage picture = picture(genre);
      Path audio = Files.createDirectories(root.resolve("genres_original").resolve(name));
      Path images = Files.createDirectories(root.resolve("images_original").resolve(name));
      for (int clip = 0; clip < CLIPS; clip++) {
        Path file = audio.resolve("%s.%05d.wav".formatted(name, clip));
        Files.write(file, sound(tone, random));
        Path image = images.resolve("%s%05d.png".formatted(name, clip));
        // No two are the same.
        picture.setRGB(54, 35, random.nextInt(1 << 24));
        picture.setRGB(55, 35, random.nextInt(1 << 24));
        ImageIO.write(picture, "png", image.toFile());
      }
    }
    Path clips = root.resolve("genres_original");
    Files.write(clips.resolve("jazz/jazz.00054.wav"), new byte[10_000]);
    Files.delete(root.resolve("images_original/jazz/jazz00054.png"));
    Files.delete(clips.resolve("country/country.00007.wav"));
    Files.copy(clips.resolve("blues/blues.00003.wav"), clips.resolve("blues/blues.00003 (1).wav"));
    Files.delete(clips.resolve("pop/pop.00033.wav"));
    Files.copy(clips.resolve("pop/pop.00032.wav"), clips.resolve("pop/pop.00033.wav"));
    table(root.resolve("features_30_sec.csv"), 1, random);
    table(root.resolve("features_3_sec.csv"), PIECES, random);
  }

  /** Writes two songs of each genre. */
  public static void writeOutside(Path root) throws IOException {
    Random random = new Random(2);
    for (int genre = 0; genre < GENRES.size(); genre++) {
      Path folder = Files.createDirectories(root.resolve(GENRES.get(genre)));
      for (int song = 1; song <= 2; song++) {
        byte[] sound = sound(tone(genre, SAMPLES), random);
        Files.write(folder.resolve("song " + song + ".wav"), sound);
      }
    }
  }

  /** Writes a part of MTG-Jamendo: 48 tracks of four moods, long enough for a piece of 29.1 s. */
  public static void writeJamendo(Path root) throws IOException {
    List<String> moods = List.of("calm", "happy", "sad", "energetic");
    List<String> lines = new ArrayList<>();
    Random random = new Random(3);
    List<byte[]> tones = new ArrayList<>();
    for (int mood = 0; mood < moods.size(); mood++) {
      tones.add(tone(mood, 72 * RATE_HZ));
    }
    for (int track = 0; track < 48; track++) {
      String path = "%02d/%d.mp3".formatted(track % 100, 1000 + track);
      lines.add(
          "track_%07d\tartist_%06d\talbum_%06d\t%s\t72.0\tmood/theme---%s"
              .formatted(1000 + track, track, track, path, moods.get(track % moods.size())));
      Path file = root.resolve("audio").resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, sound(tones.get(track % moods.size()), random));
    }
    Path parts = Files.createDirectories(root.resolve("splits/split-0"));
    jamendo(root.resolve("autotagging_moodtheme.tsv"), lines);
    jamendo(parts.resolve("autotagging_moodtheme-train.tsv"), lines.subList(0, 32));
    jamendo(parts.resolve("autotagging_moodtheme-validation.tsv"), lines.subList(32, 40));
    jamendo(parts.resolve("autotagging_moodtheme-test.tsv"), lines.subList(40, 48));
  }

  private static void jamendo(Path file, List<String> lines) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS");
    all.addAll(lines);
    Files.write(file, all);
  }

  /** A tone of each genre that swells; 8 bits at 22,050 Hz. */
  private static byte[] tone(int genre, int samples) {
    byte[] tone = new byte[samples];
    double step = 2 * Math.PI * 110 * Math.pow(2, genre / 3.0) / RATE_HZ;
    double swell = 2 * Math.PI * (1 + 0.2 * genre) / RATE_HZ;
    for (int i = 0; i < samples; i++) {
      tone[i] = (byte) (128 + (40 + 20 * Math.sin(swell * i)) * Math.sin(step * i));
    }
    return tone;
  }

  /** A WAV of the tone under noise of its own. */
  private static byte[] sound(byte[] tone, Random random) {
    byte[] noise = new byte[tone.length];
    random.nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (tone[i] + noise[i] / 8);
    }
    return Wav.join(Wav.header(Wav.PCM, 1, RATE_HZ, 8, noise.length), noise);
  }

  /** A figure of 432 x 288 pixels with a white border, as the download has it. */
  private static BufferedImage picture(int genre) {
    BufferedImage image = new BufferedImage(432, 288, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean inside = x >= 54 && x < 390 && y >= 35 && y < 253;
        int level = (y / 8 * 3 + x / (4 + genre) + 11 * genre) % 200;
        image.setRGB(x, y, inside ? (level << 16) | ((level / 2) << 8) | 80 : 0xFFFFFF);
      }
    }
    return image;
  }

  /** Columns of the published tables, the genre in all of them. */
  private static void table(Path file, int pieces, Random random) throws IOException {
    List<String> columns = FeatureSets.named("gtzan57").extractor().columns();
    StringBuilder text = new StringBuilder("filename,length,");
    text.append(String.join(",", columns)).append(",label\n");
    for (int row = 0; row < GENRES.size() * CLIPS * pieces; row++) {
      int genre = row / (CLIPS * pieces);
      int clip = row / pieces % CLIPS;
      String piece = pieces == 1 ? "" : "." + row % pieces;
      text.append("%s.%05d%s.wav,66149".formatted(GENRES.get(genre), clip, piece));
      for (int c = 0; c < columns.size(); c++) {
        text.append(String.format(Locale.ROOT, ",%.3f", genre + random.nextGaussian()));
      }
      text.append(',').append(GENRES.get(genre)).append('\n');
    }
    Files.writeString(file, text.toString());
  }
}
