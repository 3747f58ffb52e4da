package io.auricle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.cli.Wav;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/web.md do what they say. */
final class ExamplesTest {
  private static TestServer server;
  private static Path folder;

  @BeforeAll
  static void start(@TempDir Path temporary) throws Exception {
    server = TestServer.start();
    folder = temporary;
    Files.write(folder.resolve("song.wav"), Wav.noise("hum", 1, 4));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The example of this name, asking the server of the test. */
  private static String example(String name) throws IOException {
    Matcher block =
        Pattern.compile("<!-- example: " + name + " -->\n```\\w+\n(.*?)\n```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/web.md")));
    assertTrue(block.find(), "no example " + name);
    assertTrue(block.group(1).contains("http://127.0.0.1:8080"));
    return block.group(1).replace("http://127.0.0.1:8080", server.uri("").toString());
  }

  private static String run(String... command) throws Exception {
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertTrue(process.waitFor(300, TimeUnit.SECONDS), "took over 300 s");
    String text = Files.readString(out, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), text);
    return text;
  }

  private static void assume(String... command) throws Exception {
    boolean there;
    try {
      there =
          new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there, "this machine lacks: " + String.join(" ", command));
  }

  @Test
  void curlNamesTheSound() throws Exception {
    assume("curl", "--version");
    assume("bash", "--version");
    String script = example("curl").replace("curl ", "curl -sS ");
    String answer = run("bash", "-c", script);
    assertEquals(
        "hum", TestServer.MAPPER.readTree(answer).at("/results/0/labels/0/label").asText(), answer);
  }

  @Test
  void pythonNamesTheSoundAndItsSegments() throws Exception {
    assume("python3", "-c", "import requests");
    String answer = run("python3", "-c", example("python"));
    assertEquals("song.wav hum\n  from 0.0 s: hum\n  from 2.0 s: hum\n", answer);
  }

  @Test
  void javaNamesTheSound() throws Exception {
    Path source = Files.writeString(folder.resolve("Client.java"), example("java"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String answer = run(java, source.toString(), "song.wav");
    assertTrue(answer.startsWith("200 {\"results\":[{\"path\":\"song.wav\","), answer);
    assertTrue(answer.contains("\"labels\":[{\"label\":\"hum\""), answer);
  }
}
