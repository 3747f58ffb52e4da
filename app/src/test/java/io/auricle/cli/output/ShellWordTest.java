package io.auricle.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "runs/genre-20260101-120000; runs/genre-20260101-120000",
        "runs/Müller; runs/Müller",
        "my runs/a; \"my runs/a\"",
        "it's/a; \"it's/a\"",
        "a$b's; 'a$b'\\''s'"
      })
  void wordsAreQuotedOnlyWhereTheyMust(String word, String expected) {
    assertEquals(expected, ShellWord.of(word));
  }

  @Test
  void anEmptyWordIsStillOne() {
    assertEquals("\"\"", ShellWord.of(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a$HOME b", "it's", "`x` !\"", "a\\b c", "*?;&|<>(){}[]#", ""})
  void aShellGivesTheWordBack(String word) throws Exception {
    assumeTrue(Files.exists(Path.of("/bin/sh")), "needs a shell");
    assertEquals(word, printed("printf %s " + ShellWord.of(word)));
  }

  private static String printed(String line) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("/bin/sh", "-c", line).start();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    shell.waitFor();
    return out;
  }
}
