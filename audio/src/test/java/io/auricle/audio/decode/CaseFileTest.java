package io.auricle.audio.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileTest {
  private static final AudioDecoder DECODER = AudioDecoder.of(DecodeOptions.at(22_050));

  @ParameterizedTest
  @CsvSource({
    "opus.webm, 5.000, 0.001",
    "vbr_noxing_quietstart.mp3, 8.05, 0.01",
    "adts_quietstart.aac, 8.03, 0.01",
    "ape_art.mp3, 5.04, 0.01",
    "art_jpg_broken.mp3, 5.04, 0.01",
    "art_empty.flac, 4.000, 0.001",
    "title_trap.mp3, 5.04, 0.01",
    "chained.ogg, 6.00, 0.01",
    "dsd256.dsf, 0.1, 0.01"
  })
  void nothingIsWrongWithTheSound(String name, double seconds, double tolerance) throws Exception {
    Drained drained = Drained.of(DECODER, file(name));
    assertEquals(seconds, drained.samples() / 22_050.0, tolerance);
    assertEquals(List.of(), drained.warnings());
  }

  @Test
  void oppositeChannelsWithDitherSoundAsOneOfThem() throws Exception {
    AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(11_025));
    Signal reference = decoder.decode(file("phase_reference_left.wav"), 10);
    Signal dithered = decoder.decode(file("phase_dither.wav"), 10);
    assertEquals(reference.length(), dithered.length());
    for (int i = 0; i < reference.length(); i++) {
      assertEquals(reference.at(i), dithered.at(i), 0x1p-14);
    }
    List<String> warnings = Drained.of(decoder, file("phase_dither.wav")).warnings();
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).startsWith("opposite channels"), warnings.get(0));
  }

  @Test
  void lossyOppositeChannelsAreFoundToo() throws Exception {
    Drained drained = Drained.of(DECODER, file("phase_exact.ogg"));
    assertEquals(1, drained.warnings().size());
    assertTrue(drained.warnings().get(0).contains("in 5.0 of 5.0 s"), drained.warnings().get(0));
    assertTrue(drained.rms() > 0.09, "rms " + drained.rms());
  }

  private static Path file(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(CaseFileTest.class.getResource("cases/" + name)).toURI());
  }
}
