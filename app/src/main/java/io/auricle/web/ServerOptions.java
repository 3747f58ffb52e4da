package io.auricle.web;

import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a server is reached and what it serves.
 *
 * @param host name or address to listen on
 * @param port to listen on, in [0, 65535]; 0 for any that is free
 * @param models names of bundled models or bundle folders, the first the default
 * @param apiKey what every request of the API must bring, if given
 * @param uploads what a request may bring
 * @param analyses what an analysis may cost
 * @param jobs how much of finished jobs is kept
 * @param library the file of the library that is shown, whether it is there yet or not
 */
public record ServerOptions(
    String host,
    int port,
    List<String> models,
    Optional<String> apiKey,
    UploadLimits uploads,
    AnalysisLimits analyses,
    JobLimits jobs,
    Optional<Path> library) {
  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port=" + port + " must be in [0, 65535]");
    }
    models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("models=[] must name at least one model");
    }
    if (apiKey.isPresent() && apiKey.get().isBlank()) {
      throw new IllegalArgumentException("api-key= must not be blank");
    }
  }

  /** The same without a library. */
  public ServerOptions(
      String host,
      int port,
      List<String> models,
      Optional<String> apiKey,
      UploadLimits uploads,
      AnalysisLimits analyses,
      JobLimits jobs) {
    this(host, port, models, apiKey, uploads, analyses, jobs, Optional.empty());
  }

  /** The same with a library. */
  public ServerOptions withLibrary(Path file) {
    return new ServerOptions(
        host, port, models, apiKey, uploads, analyses, jobs, Optional.of(file));
  }
}
