package io.auricle.neural.torch;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Some virtual machines hide how large the caches of an AMD processor are. oneDNN 3.7, by which the
 * engine computes convolutions and LSTMs, then takes them for empty, and its vectorised code gives
 * anything, NaN among it (its issue 5313 has the like on AArch64). Its code for SSE 4.1 does not
 * ask, so there the engine is held to that.
 */
final class HiddenCaches {
  private static final String INSTRUCTIONS = "ONEDNN_MAX_CPU_ISA";
  private static final String OLD_NAME = "DNNL_MAX_CPU_ISA";

  private HiddenCaches() {}

  /** Whether the engine is held back: not where the user has said himself what it may use. */
  static boolean areAvoided(Map<String, String> environment, Path root) {
    return !environment.containsKey(INSTRUCTIONS)
        && !environment.containsKey(OLD_NAME)
        && areHere(root);
  }

  /** To be called before the engine is loaded. */
  static void avoid() {
    if (areAvoided(System.getenv(), Path.of("/"))) {
      // Java's own view of the environment is a copy, which native code does not see.
      NativeLibrary.getProcess()
          .getFunction("setenv")
          .invokeInt(new Object[] {INSTRUCTIONS, "SSE41", 1});
    }
  }

  /**
   * Whether Linux runs here on an AMD processor and knows nothing of its caches.
   *
   * @param root of the file system
   */
  static boolean areHere(Path root) {
    Path processors = root.resolve("proc/cpuinfo");
    Path caches = root.resolve("sys/devices/system/cpu/cpu0/cache/index0");
    if (!Files.isReadable(processors) || Files.exists(caches)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(processors)) {
      return lines.anyMatch(line -> line.startsWith("vendor_id") && line.endsWith("AuthenticAMD"));
    } catch (IOException | UncheckedIOException e) {
      return false; // then nothing is known of the processor either
    }
  }
}
