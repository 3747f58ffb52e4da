import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** Programs of the JDK, and others. */
final class Tools {
  private Tools() {}

  /** Runs one of the JDK's and returns what it says. */
  static String jdk(String name, List<String> words) throws IOException {
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new IOException("this Java has no " + name + "; use a whole JDK"));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = tool.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
    if (code != 0) {
      throw new IOException(name + " ended with " + code + ": " + out + err);
    }
    return out.toString().strip();
  }

  /** Runs a program to its end; what it says goes to stderr. */
  static void run(Path folder, List<String> words) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", words) + " ended with " + code + ":\n" + said);
    }
  }
}
