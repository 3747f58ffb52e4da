import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A system that there is a release for, and how each library names it. */
enum Platform {
  LINUX_X64("linux-x64", "linux-x86-64", "linux/x86_64", "linux-x86_64", "linux-x86_64"),
  LINUX_ARM64("linux-arm64", "linux-aarch64", "linux/aarch64", "linux-aarch64", "linux-aarch64"),
  MACOS_X64("macos-x64", "darwin-x86-64", "macos/x86_64", "osx-x86_64", "osx-x86_64"),
  MACOS_ARM64("macos-arm64", "darwin-aarch64", "macos/aarch64", "osx-aarch64", "osx-aarch64"),
  WINDOWS_X64("windows-x64", "win32-x86-64", "windows/x86_64", "win-x86_64", "win-x86_64");

  /** Native code, by the endings that systems give it. */
  static final Pattern NATIVE =
      Pattern.compile(".*\\.(so|so\\.[0-9.]+|dll|dylib|jnilib|a|exe)|.*\\.dSYM/.*");

  final String word;
  private final String jna;
  private final String xgboost;
  private final String torchJni;
  private final String torch;

  Platform(String word, String jna, String xgboost, String torchJni, String torch) {
    this.word = word;
    this.jna = jna;
    this.xgboost = xgboost;
    this.torchJni = torchJni;
    this.torch = torch;
  }

  static Platform named(String word) {
    for (Platform platform : values()) {
      if (platform.word.equals(word)) {
        return platform;
      }
    }
    throw new IllegalArgumentException(
        "platform=" + word + " must be one of " + List.of(values()).stream().map(p -> p.word).toList());
  }

  static Platform host() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "macos" : os.contains("win") ? "windows" : "linux";
    String arch = System.getProperty("os.arch");
    return named(system + (arch.equals("aarch64") ? "-arm64" : "-x64"));
  }

  boolean isWindows() {
    return this == WINDOWS_X64;
  }

  /**
   * Whether native code in a jar is for this platform and used from there. What ONNX Runtime, SQLite
   * and FFmpeg bring is not: it lies unpacked in lib/app/natives.
   */
  boolean needs(String entry) {
    return entry.startsWith("com/sun/jna/" + jna + "/") || isForTraining(entry);
  }

  /** Whether it is native code that only training needs. */
  boolean isForTraining(String entry) {
    return entry.startsWith("lib/" + xgboost + "/")
        || entry.startsWith("jnilib/" + torchJni + "/cpu/")
        || entry.startsWith("pytorch/cpu/" + torch + "/");
  }
}
