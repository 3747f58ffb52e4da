package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the program says of itself: hints, completion, pages of the manual. */
final class UsageHelpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clasify x               | Did you mean: auricle classify",
        "claSSify x              | Did you mean: auricle classify",
        "calssify x              | Did you mean: auricle classify",
        "feature x               | Did you mean: auricle features",
        "modles list             | Did you mean: auricle models",
        "split mkae              | Did you mean: auricle split make",
        "models inof genre       | Did you mean: auricle models info",
        "classify --formt csv x  | Did you mean: --format",
        "classify --treads=2 x   | Did you mean: --threads",
        "classify --modle mood x | Did you mean: --model",
        "classify -dash.mp3      | A file whose name begins with - goes behind --: auricle classify"
            + " -- -dash.mp3",
        "classify a -o1.mp3 -x.flac | goes behind --: auricle classify -- -",
        "features --set mel -dash.wav | goes behind --: auricle features -- -dash.wav",
        "features --loud.mp3     | goes behind --: auricle features -- --loud.mp3",
      })
  void whatIsReallyNearIsNamed(String line, String hint) {
    Outcome outcome = Outcome.of((Object[]) line.split(" +", -1));
    assertEquals(2, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(hint), outcome.err());
    assertTrue(outcome.errLines().size() <= 4, outcome.err());
  }

  @ParameterizedTest
  @CsvSource({"xyz", "play", "listen x", "classify --colour x", "models describe", "x"})
  void nothingFarFetchedIsNamed(String line) {
    Outcome outcome = Outcome.of((Object[]) line.split(" +", -1));
    assertEquals(2, outcome.code(), outcome.err());
    assertFalse(outcome.err().contains("Did you mean"), outcome.err());
    assertFalse(outcome.err().contains("Possible"), outcome.err());
  }

  @Test
  void everyCommandIsKnownByItsName() {
    List<String> help = Outcome.of("--help").out().lines().toList();
    List<String> names =
        help.stream()
            .skip(help.indexOf("Commands:") + 1)
            .filter(line -> line.matches("  [a-z]+ .*"))
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();
    assertEquals(21, names.size(), help.toString());
    for (String name : names) {
      CommandLine program = new CommandLine(CommandSpec.create());
      CommandList.add(program, name);
      boolean aboutAll = name.equals("man") || name.equals("completion");
      assertEquals(aboutAll ? 21 : 1, program.getSubcommands().size(), name);
      assertTrue(program.getSubcommands().containsKey(name), name);
    }
  }

  @Test
  void unknownCommandListsThemAll() {
    Outcome outcome = Outcome.of("xyz", "a.mp3");
    assertEquals("auricle: there is no command xyz", outcome.errLines().get(0));
    assertTrue(outcome.err().contains("  classify  "), outcome.err());
  }

  @Test
  void filesBehindTheDashesAreFiles() {
    Outcome outcome = Outcome.of("classify", "--", "-dash.mp3");
    assertEquals(1, outcome.code());
    assertEquals("auricle: -dash.mp3: no such file [NOT_FOUND]", outcome.err().strip());
  }

  @Test
  void completionKnowsCommandsOptionsAndNames() {
    String bash = Outcome.of("completion", "bash").out();
    for (String word : List.of("classify", "--format", "jsonl", "gtzan57", "mood", "emotify")) {
      assertTrue(bash.contains(word), word);
    }
    String zsh = Outcome.of("completion", "zsh").out();
    assertTrue(zsh.startsWith("#compdef auricle\n"), zsh.substring(0, 100));
    assertTrue(zsh.contains("bashcompinit"));
    assertEquals(2, Outcome.of("completion", "fish").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auricle cla               | classify",
        "auricle classify --for    | --format",
        "auricle classify --format j | jsonl",
        "auricle features --set gtz  | gtzan57",
        "auricle models info mo      | mood",
        "auricle classify --model g  | genre",
        "auricle evaluate --dataset emo | emotify",
        "auricle split ma            | make",
      })
  void bashCompletes(String line, String word, @TempDir Path folder) throws Exception {
    Path script =
        Files.writeString(folder.resolve("auricle.sh"), Outcome.of("completion", "bash").out());
    String[] words = line.split(" +", -1);
    String program =
        """
        source "$0"; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE="%s"; COMP_POINT=${#COMP_LINE}
        compopt() { :; }
        _complete_auricle "auricle" "%s" ""; printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(line, words.length - 1, line, words[words.length - 1]);
    assertTrue(run(folder, "bash", "-c", program, script.toString()).contains(word));
  }

  @Test
  void manualHasAPageForEveryCommand(@TempDir Path folder) throws Exception {
    assertEquals(0, Outcome.of("man", "-o", folder).code());
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> pages = found.sorted().toList();
      assertTrue(pages.size() > 25, pages.toString());
      for (Path page : pages) {
        String text = Files.readString(page);
        assertTrue(text.startsWith(".TH \""), page + text);
        for (String part : List.of(".SH NAME", ".SH SYNOPSIS", ".SH \"EXIT STATUS\"")) {
          assertTrue(text.contains(part), page + ": " + part);
        }
        assertFalse(text.contains("${"), page + text);
        assertFalse(text.replace("\\-\\-null", "").contains("null"), page + text);
      }
    }
    String classify = Outcome.of("man", "classify").out();
    assertEquals(Files.readString(folder.resolve("auricle-classify.1")), classify);
    assertTrue(classify.contains("\\fB\\-\\-format\\fR=\\fIFORMAT\\fR"), classify);
    assertEquals(2, Outcome.of("man", "nothing").code());
  }

  /** groff itself finds nothing to complain of, where it is installed. */
  @Test
  void groffReadsThePages(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not installed");
    assertEquals(0, Outcome.of("man", "-o", folder).code());
    String said =
        run(folder, "bash", "-c", "groff -man -ww -Tutf8 -z *.1 2>&1 | grep -v 'locale' || true");
    assertEquals("", said.strip());
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(180, TimeUnit.SECONDS));
    return said;
  }
}
