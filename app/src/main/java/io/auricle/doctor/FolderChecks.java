package io.auricle.doctor;

import io.auricle.cache.InstalledParts;
import io.auricle.cache.UserCache;
import io.auricle.text.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Folders that are written to: whether they can be. Nothing stays behind. */
final class FolderChecks {
  /** FFmpeg and ONNX Runtime unpacked, with a little room. */
  private static final long CACHE_BYTES = 100L << 20;

  private FolderChecks() {}

  /** Where native parts are unpacked to. */
  static PartFinding cache() throws IOException {
    boolean installed = InstalledParts.folder("onnxruntime").isPresent();
    Path cache;
    try {
      cache = UserCache.path();
    } catch (IOException e) {
      String message = FileFault.message(e);
      return installed
          ? PartFinding.note(
              "cache", message, "needed for training alone, and for servers on Windows")
          : PartFinding.fault("cache", message, "");
    }
    // Not of its file store, which a chroot without a table of mounts does not know.
    long free = cache.toFile().getUsableSpace();
    String message = "%s, %d MiB free".formatted(cache, free >> 20);
    PartFinding finding =
        installed || free >= CACHE_BYTES
            ? PartFinding.ok("cache", message)
            : PartFinding.note(
                "cache",
                message,
                "86 MB are unpacked there once; free some, or name another folder with"
                    + " AURICLE_JAVA_OPTIONS=-Dauricle.cache=DIR");
    return finding.with("folder", cache).with("freeBytes", free);
  }

  /** The system's folder of temporary files. */
  static PartFinding temporary(Path folder) {
    return written(folder)
        .map(
            reason ->
                PartFinding.fault(
                    "temporary",
                    "%s cannot be written: %s".formatted(folder, reason),
                    "name another folder with AURICLE_JAVA_OPTIONS=-Djava.io.tmpdir=DIR"))
        .orElseGet(() -> PartFinding.ok("temporary", folder + " can be written"))
        .with("folder", folder);
  }

  /** Where models and the library of the user lie, or would. */
  static PartFinding data(Optional<Path> place) {
    if (place.isEmpty()) {
      return PartFinding.note(
          "data",
          "no home folder, so no place for models of your own and a library",
          "set AURICLE_MODELS to a folder and AURICLE_LIBRARY to a file");
    }
    Path folder = place.get();
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return written(there)
        .map(
            reason ->
                PartFinding.note(
                    "data",
                    "%s cannot be written: %s".formatted(folder, reason),
                    "for models of your own and a library set AURICLE_MODELS to a folder and"
                        + " AURICLE_LIBRARY to a file"))
        .orElseGet(
            () ->
                PartFinding.ok(
                    "data", folder + (Files.exists(folder) ? " can be written" : " can be made")))
        .with("folder", folder);
  }

  /** The folder that the program was started in; its path is nobody's business. */
  static PartFinding work(Path folder) {
    return written(folder)
        .map(
            reason ->
                PartFinding.note(
                    "work",
                    "the work folder cannot be written: " + reason,
                    "give results a place with -o, training one with --workspace"))
        .orElseGet(() -> PartFinding.ok("work", "the work folder can be written"));
  }

  /** Why a folder cannot be written to; nothing if it can. */
  private static Optional<String> written(Path folder) {
    try {
      Path probe = Files.createTempFile(folder, ".auricle-doctor-", "");
      Files.delete(probe);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Files.isDirectory(folder) ? FileFault.of(e) : "no such folder");
    }
  }
}
