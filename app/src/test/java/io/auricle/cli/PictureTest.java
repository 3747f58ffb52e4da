package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.plot.sound.PictureKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code auricle picture}, from its words to its files. */
final class PictureTest {
  private Path folder;
  private Path sound;

  @BeforeEach
  void sound(@TempDir Path temporary) throws IOException {
    folder = temporary;
    sound = Files.write(folder.resolve("hum.wav"), Wav.noise("hum", 1, 3));
  }

  @ParameterizedTest
  @EnumSource(PictureKind.class)
  void everyKindIsDrawnAsPngAndSvg(PictureKind kind) throws Exception {
    String name = kind.name().toLowerCase(Locale.ROOT);
    Path png = folder.resolve("a.PNG");
    Outcome first =
        Outcome.of(
            "picture", "--kind", name, "-o", png, "--width", "500", "--height", "300", sound);
    assertEquals(new Outcome(0, "", ""), first);
    BufferedImage image = ImageIO.read(png.toFile());
    assertEquals(1000, image.getWidth());
    assertEquals(600, image.getHeight());
    assertTrue(colours(image) > 20, "empty");

    Path svg = folder.resolve("a.svg");
    assertEquals(0, Outcome.of("picture", "--kind", name, "-o", svg, sound).code());
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    String text = Files.readString(svg);
    assertTrue(text.contains(">hum.wav \u2013 "), text.substring(0, 500));
    assertTrue(text.contains(">time (s)<"), text.substring(0, 500));
  }

  @ParameterizedTest
  @EnumSource(PictureKind.class)
  void silenceAndVeryShortSoundsAreDrawn(PictureKind kind) throws IOException {
    Path silence = Files.write(folder.resolve("silence.wav"), Wav.floats(0, 8000));
    Path instant = Files.write(folder.resolve("short.wav"), Wav.floats(0.5f, 3));
    for (Path file : List.of(silence, instant)) {
      Outcome outcome = Outcome.of("picture", "--kind", kind, "-o", folder.resolve("a.png"), file);
      assertEquals(new Outcome(0, "", ""), outcome);
    }
  }

  @Test
  void partOfASoundIsDrawn() throws IOException {
    Path svg = folder.resolve("a.svg");
    assertEquals(0, Outcome.of("picture", "--from", "1", "--to", "2", "-o", svg, sound).code());
    String text = Files.readString(svg);
    assertTrue(text.contains(">1.0<") && text.contains(">2.0<"), text);
    assertFalse(text.contains(">0.9<") || text.contains(">2.1<"), text);
    Outcome beyond = Outcome.of("picture", "--from", "9", "-o", svg, sound);
    assertEquals(1, beyond.code());
    assertEquals(
        "auricle: " + sound + ": ends before --from=9.0 seconds [TOO_SHORT]", beyond.err().strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--kind cepstrum -o a.png | expected one of",
        "-o a.gif                 | --output=a.gif must end in .png or .svg",
        "--width 10 -o a.png      | --width=10 must be in [400, 8000]",
        "--height 9999 -o a.png   | --height=9999 must be in [240, 8000]",
        "--from -1 -o a.png       | --from=-1.0 must be at least 0",
        "--from 3 --to 2 -o a.png | --to=2.0 must be above from=3.0",
        "--kind mel               | Missing required option: '--output=FILE'",
      })
  void wordsThatMakeNoSenseAreUsage(String words, String help) {
    Object[] all =
        Stream.concat(
                Stream.of("picture"),
                Stream.concat(Stream.of(words.split(" +", -1)), Stream.of(sound)))
            .toArray();
    Outcome outcome = Outcome.of(all);
    assertEquals(2, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(help), outcome.err());
  }

  @Test
  void badFilesCostOneLineAndLeaveTheOldPicture() throws IOException {
    Path picture = Files.writeString(folder.resolve("a.png"), "old");
    Path text = Files.writeString(folder.resolve("text.wav"), "no audio at all");
    for (Path bad : List.of(text, folder.resolve("none.wav"), folder)) {
      Path file = Files.isDirectory(bad) ? Files.createDirectory(folder.resolve("empty")) : bad;
      Outcome outcome = Outcome.of("picture", "-o", picture, file);
      assertEquals(1, outcome.code());
      assertEquals(1, outcome.errLines().size(), outcome.err());
      assertTrue(outcome.err().startsWith("auricle: " + file + ": "), outcome.err());
    }
    assertEquals("old", Files.readString(picture));
    assertFalse(Files.exists(folder.resolve("a.png.part")));
  }

  @Test
  void placeThatCannotBeWrittenCostsOneLine() {
    Path nowhere = folder.resolve("no/such/a.png");
    Outcome outcome = Outcome.of("picture", "-o", nowhere, sound);
    assertEquals(1, outcome.code());
    assertEquals(1, outcome.errLines().size(), outcome.err());
    assertTrue(outcome.err().contains("no such file or folder"), outcome.err());
  }

  private static long colours(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return java.util.Arrays.stream(pixels).distinct().count();
  }
}
