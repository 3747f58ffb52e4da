package io.auricle.doctor;

import io.auricle.bundle.Bundles;
import io.auricle.bundle.UserModels;
import io.auricle.predict.Classifiers;
import io.auricle.text.FileFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Models: whether each can be loaded and scores an empty segment. */
final class ModelChecks {
  private ModelChecks() {}

  static PartFinding models() throws IOException {
    List<String> bundled = Bundles.bundled();
    if (!bundled.contains(Bundles.DEFAULT_NAME)) {
      return PartFinding.fault(
          "models",
          "model=%s is missing in %s".formatted(Bundles.DEFAULT_NAME, bundled),
          "the jar auricle-models is missing or broken; unpack the program anew");
    }
    List<String> good = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    boolean own = false;
    for (String name : Bundles.known()) {
      try {
        Classifiers.load(name).close();
        good.add(name);
      } catch (IOException e) {
        bad.add(name + " (" + FileFault.message(e) + ")");
        own |= !bundled.contains(name);
      }
    }
    int added = UserModels.names().size();
    String message =
        "%s load%s"
            .formatted(
                String.join(", ", good),
                added == 0 ? "" : "; %d of them added by the user".formatted(added));
    if (bad.isEmpty()) {
      return PartFinding.ok("models", message).with("models", String.join(" ", good));
    }
    return PartFinding.fault(
            "models",
            "do not load: " + String.join(", ", bad),
            own
                ? "remove those you added with auricle models remove NAME, or add them anew"
                : "unpack the program anew")
        .with("models", String.join(" ", good));
  }
}
