package io.auricle.web.library;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How far the server's own scan is.
 *
 * @param state of {@code idle}, {@code running}, {@code done}, {@code cancelled}, {@code failed}
 * @param done files that were heard or found known
 * @param total files that are new or changed; -1 while they are looked for
 * @param faults files that could not be heard
 * @param secondsLeft a guess, while it runs
 * @param message what went wrong, or what came of it
 */
record ScanProgress(
    String state,
    int done,
    int total,
    int faults,
    @Nullable Double secondsLeft,
    @Nullable String message) {
  static final ScanProgress IDLE = new ScanProgress("idle", 0, 0, 0, null, null);

  String json() throws IOException {
    return SongObject.of(
        json -> {
          json.writeStringField("state", state);
          json.writeNumberField("done", done);
          json.writeNumberField("total", total);
          json.writeNumberField("faults", faults);
          if (secondsLeft != null) {
            json.writeNumberField("secondsLeft", Math.round(secondsLeft));
          }
          if (message != null) {
            json.writeStringField("message", message);
          }
        });
  }
}
