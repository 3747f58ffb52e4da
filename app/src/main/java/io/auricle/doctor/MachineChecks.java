package io.auricle.doctor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.util.Locale;

/** Java and the machine under it. */
final class MachineChecks {
  /** What is enough to classify a clip, and what for everything that is usual. */
  private static final long LEAST_HEAP = 32L << 20;

  private static final long USUAL_HEAP = 256L << 20;

  private MachineChecks() {}

  /** The Java that runs this, and whether long work will have the Vector API. */
  static PartFinding java() {
    String version = System.getProperty("java.vm.version", System.getProperty("java.version", "?"));
    String vendor = System.getProperty("java.vendor", "?");
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    boolean available = vectors || ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent();
    String message =
        "%s of %s, %s Vector API".formatted(version, vendor, available ? "with" : "without");
    PartFinding finding =
        available
            ? PartFinding.ok("java", message)
            : PartFinding.note(
                "java",
                message,
                "features and training take about twice as long; a whole JDK has it");
    return finding
        .with("version", version)
        .with("vendor", vendor)
        .with("vm", System.getProperty("java.vm.name", "?"))
        .with("vectorApi", available);
  }

  static PartFinding system() {
    return system(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }

  /**
   * The operating system.
   *
   * @param encoding of names of files
   */
  static PartFinding system(String encoding) {
    String name = System.getProperty("os.name", "?");
    String version = System.getProperty("os.version", "?");
    String arch = System.getProperty("os.arch", "?");
    int cores = Runtime.getRuntime().availableProcessors();
    String files = openFiles();
    String message =
        "%s %s, %s, %d %s, file names in %s"
            .formatted(name, version, arch, cores, cores == 1 ? "core" : "cores", encoding);
    boolean ascii = encoding.equals("ANSI_X3.4-1968") || encoding.equals("US-ASCII");
    PartFinding finding =
        ascii
            ? PartFinding.note(
                "system",
                message,
                "files with other letters than ASCII in their names are not found; set"
                    + " LC_ALL=C.UTF-8")
            : PartFinding.ok("system", message);
    return finding
        .with("name", name)
        .with("version", version)
        .with("arch", arch)
        .with("cores", cores)
        .with("openFiles", files)
        .with("fileNames", encoding);
  }

  private static String openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? Long.toString(unix.getMaxFileDescriptorCount())
        : "?";
  }

  static PartFinding memory() {
    long machine =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return memory(Runtime.getRuntime().maxMemory(), machine);
  }

  /**
   * Memory.
   *
   * @param heap bytes that Java may use for its own objects
   * @param machine bytes that the machine or container has; 0 if unknown
   */
  static PartFinding memory(long heap, long machine) {
    String message =
        String.format(
            Locale.ROOT, "%d MiB of heap, %d MiB in the machine", heap >> 20, machine >> 20);
    String advice = "allow more with AURICLE_JAVA_OPTIONS=-Xmx512m";
    PartFinding finding;
    if (heap < LEAST_HEAP) {
      finding = PartFinding.fault("memory", message + ": a clip needs 32 MiB of heap", advice);
    } else if (heap < USUAL_HEAP) {
      finding =
          PartFinding.note("memory", message + ": little for many threads or for training", advice);
    } else {
      finding = PartFinding.ok("memory", message);
    }
    return finding.with("heapBytes", heap).with("machineBytes", machine);
  }
}
