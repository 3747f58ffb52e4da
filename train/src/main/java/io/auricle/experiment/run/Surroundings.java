package io.auricle.experiment.run;

import io.auricle.bundle.Version;
import io.auricle.predict.onnx.OnnxOutput;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a run ran on: program, Java, system and processor. */
public final class Surroundings {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Surroundings() {}

  /** By name, for records of runs. */
  public static Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("program", Version.program());
    CodeSource source = Surroundings.class.getProtectionDomain().getCodeSource();
    if (source != null) {
      try {
        GitCommit.of(Path.of(source.getLocation().toURI()))
            .ifPresent(hash -> facts.put("commit", hash));
      } catch (URISyntaxException e) {
        throw new IllegalStateException("the program's own place is no address: " + source, e);
      }
    }
    facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put(
        "system",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    facts.put("processor", processor());
    facts.put("processors", Runtime.getRuntime().availableProcessors());
    facts.put("onnxRuntime", OnnxOutput.runtimeVersion());
    return facts;
  }

  /** Its name where the system tells, else the architecture's. */
  private static String processor() {
    String architecture = System.getProperty("os.arch", "unknown");
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture);
    } catch (IOException e) {
      String windows = System.getenv("PROCESSOR_IDENTIFIER");
      return windows == null ? architecture : windows;
    }
  }
}
