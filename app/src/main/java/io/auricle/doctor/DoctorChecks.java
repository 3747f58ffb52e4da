package io.auricle.doctor;

import io.auricle.bundle.Version;
import io.auricle.folder.UserData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that is looked at, in the order of the report. */
final class DoctorChecks {
  private DoctorChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("auricle", () -> PartFinding.ok("auricle", Version.program())),
        new Check("java", MachineChecks::java),
        new Check("system", MachineChecks::system),
        new Check("memory", MachineChecks::memory),
        new Check("cache", FolderChecks::cache),
        new Check("temporary", () -> FolderChecks.temporary(path("java.io.tmpdir"))),
        new Check("data", () -> FolderChecks.data(dataFolder())),
        new Check("work", () -> FolderChecks.work(path("user.dir"))),
        new Check("ffmpeg", PartChecks::ffmpeg),
        new Check("onnxruntime", PartChecks::onnxRuntime),
        new Check("sqlite", () -> PartChecks.sqlite(path("java.io.tmpdir"))),
        new Check("models", ModelChecks::models),
        new Check("training", PartChecks::training),
        new Check("selftest", () -> SelfTest.builtIn().run()));
  }

  private static Path path(String property) {
    return Path.of(System.getProperty(property, ""));
  }

  private static Optional<Path> dataFolder() {
    return UserData.folder(System::getenv, System::getProperty);
  }
}
