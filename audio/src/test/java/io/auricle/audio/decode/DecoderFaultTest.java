package io.auricle.audio.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.ffmpeg.FfmpegCommand;
import io.auricle.audio.ffmpeg.FfmpegExecutable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever breaks of FFmpeg itself, the music is not blamed for it. */
class DecoderFaultTest {
  private static final AudioDecoder DECODER = AudioDecoder.of(DecodeOptions.at(22_050));

  private final Path folder;

  DecoderFaultTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void useTheBundledFfmpeg() {
    System.clearProperty(FfmpegExecutable.PROPERTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#!/bin/sh\nexit 0\n",
        "#!/bin/sh\nexit 1\n",
        "#!/bin/sh\nkill -SEGV $$\n",
        "#!/bin/sh\nkill -BUS $$\n",
        "#!/bin/sh\nkill -KILL $$\n",
        "#!/bin/sh\necho 'error while loading shared libraries: libavcodec.so' >&2; exit 127\n",
        "#!/nonexistent\n",
        "garbage )(\n"
      })
  void aBrokenProgramIsAFaultOfTheProgram(String content) throws Exception {
    Path file = TestFiles.encode(folder, "tone.flac", 1);
    Path script = Files.writeString(folder.resolve("ffmpeg"), content);
    assumeTrue(script.toFile().setExecutable(true), "needs executable scripts");
    System.setProperty(FfmpegExecutable.PROPERTY, script.toString());
    var thrown = assertThrows(DecodeException.class, () -> DECODER.decode(file, 10));
    assertEquals(ErrorCode.INTERNAL, thrown.code(), thrown.getMessage());
  }

  @Test
  void oneThatMayNotBeExecutedToo() throws Exception {
    Path file = TestFiles.encode(folder, "tone.flac", 1);
    Path script = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n");
    System.setProperty(FfmpegExecutable.PROPERTY, script.toString());
    var thrown = assertThrows(DecodeException.class, () -> DECODER.decode(file, 10));
    assertEquals(ErrorCode.INTERNAL, thrown.code(), thrown.getMessage());
  }

  @Test
  void aDecoderThatBreaksDownInTheMiddleIsOneToo() throws Exception {
    Path file = TestFiles.encode(folder, "tone.flac", 1);
    Path script =
        Files.write(
            folder.resolve("ffmpeg"),
            List.of(
                "#!/bin/sh",
                "printf '.snd\\0\\0\\0\\030\\377\\377\\377\\377\\0\\0\\0\\003'",
                "printf '\\0\\0\\253\\104\\0\\0\\0\\001'",
                "head -c 100000 /dev/zero",
                "kill -SEGV $$"));
    assumeTrue(script.toFile().setExecutable(true), "needs executable scripts");
    System.setProperty(FfmpegExecutable.PROPERTY, script.toString());
    var thrown = assertThrows(DecodeException.class, () -> DECODER.decode(file, 10));
    assertEquals(ErrorCode.INTERNAL, thrown.code(), thrown.getMessage());
  }

  @Test
  void noFilmIsDecodedWhileProbing() throws Exception {
    FfmpegExecutable executable = FfmpegExecutable.find();
    var command = FfmpegCommand.decode(executable, DecodeLimits.DEFAULT);
    String whitelist = command.get(command.indexOf("-codec_whitelist") + 1);
    assertTrue(whitelist.contains(",vorbis,"), whitelist);
    for (String film :
        new String[] {"h264", "hevc", "mjpeg", "png", "webp", "theora", "mpeg2video"}) {
      assertTrue(!("," + whitelist + ",").contains("," + film + ","), film);
    }
  }
}
