package io.auricle.doctor;

import io.auricle.audio.ffmpeg.FfmpegVersion;
import io.auricle.cache.TrainingParts;
import io.auricle.classic.BoostingParts;
import io.auricle.folder.PrivateFolder;
import io.auricle.library.store.Database;
import io.auricle.neural.torch.TorchEngine;
import io.auricle.predict.onnx.ScoringEngine;
import io.auricle.text.FileFault;
import java.io.IOException;
import java.nio.file.Path;

/** Native parts: whether they are there and start. */
final class PartChecks {
  private PartChecks() {}

  /** What decodes everything but WAV, W64, AIFF, AU and CAF. */
  static PartFinding ffmpeg() {
    try {
      FfmpegVersion version = FfmpegVersion.ask();
      String whose = version.own() ? "the program's own" : "named by -Dauricle.ffmpeg";
      return PartFinding.ok("ffmpeg", version.number() + ", " + whose)
          .with("version", version.number())
          .with("own", version.own());
    } catch (IOException e) {
      return PartFinding.fault(
          "ffmpeg",
          "does not start: " + FileFault.message(e),
          "only WAV, W64, AIFF, AU and CAF can be read; name another FFmpeg with"
              + " AURICLE_JAVA_OPTIONS=-Dauricle.ffmpeg=FILE");
    }
  }

  /** What computes the scores. */
  static PartFinding onnxRuntime() throws IOException {
    String version = ScoringEngine.version();
    return PartFinding.ok("onnxruntime", version).with("version", version);
  }

  /**
   * What keeps libraries of songs: makes an empty one and removes it.
   *
   * @param parent where it is made
   */
  static PartFinding sqlite(Path parent) throws IOException {
    try (PrivateFolder folder = PrivateFolder.open(parent, "auricle-doctor-")) {
      Database.open(folder.path().resolve("library.db")).close();
    }
    return PartFinding.ok("sqlite", "a library can be made and read");
  }

  /** What only training needs; it is not started, since that unpacks 450 MB. */
  static PartFinding training() {
    boolean torch = TorchEngine.isInstalled();
    boolean boosting = BoostingParts.areInstalled();
    PartFinding finding =
        torch && boosting
            ? PartFinding.ok("training", "PyTorch and XGBoost are there" + pace())
            : PartFinding.note(
                "training",
                torch
                    ? "XGBoost is not there, so there is no gradient boosting"
                    : "PyTorch is not there, so networks cannot be trained",
                TrainingParts.ADVICE);
    return finding.with("pytorch", torch).with("xgboost", boosting);
  }

  private static String pace() {
    return TorchEngine.isHeldBack()
        ? "; this machine hides its caches, so networks train about three times slower"
        : "";
  }
}
