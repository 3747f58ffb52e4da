package io.auricle.web.job;

import io.auricle.web.http.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The jobs that are known, with bounds on their number, age and size. Thread-safe. */
public final class Jobs {
  private static final int ID_BYTES = 16;

  private final JobLimits limits;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Job> byId = new LinkedHashMap<>();

  public Jobs(JobLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * A new job; its name cannot be guessed.
   *
   * @throws ProblemException if there are as many as may be, and none has ended
   */
  synchronized Job add(List<String> names, int models) {
    tidy(limits.jobs() - 1);
    if (byId.size() >= limits.jobs()) {
      throw ProblemException.busy("all %d jobs are still at work".formatted(limits.jobs()));
    }
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Job job =
        new Job(
            Base64.getUrlEncoder().withoutPadding().encodeToString(id),
            names,
            models,
            clock.instant());
    byId.put(job.id(), job);
    return job;
  }

  /**
   * A job by its name.
   *
   * @throws ProblemException if there is none, or none any more
   */
  synchronized Job get(String id) {
    tidy(limits.jobs());
    @Nullable Job job = byId.get(id);
    if (job == null) {
      throw ProblemException.of(
          404,
          "UNKNOWN_JOB",
          "no such job; results are kept for " + limits.kept().toMinutes() + " min");
    }
    return job;
  }

  /** Notes the end of a job. */
  synchronized void end(Job job) {
    job.end(clock.instant());
    tidy(limits.jobs());
  }

  /** Forgets a job; what is at work is finished and dropped. */
  synchronized void remove(Job job) {
    byId.remove(job.id());
  }

  public synchronized int count() {
    return byId.size();
  }

  /** Forgets jobs that ended long ago, then the oldest that ended until the bounds hold. */
  private void tidy(int most) {
    Instant oldest = clock.instant().minus(limits.kept());
    byId.values().removeIf(job -> job.ended().map(oldest::isAfter).orElse(false));
    long bytes = byId.values().stream().mapToLong(Job::bytes).sum();
    Iterator<Job> jobs = byId.values().iterator();
    while ((byId.size() > most || bytes > limits.bytes()) && jobs.hasNext()) {
      Job job = jobs.next();
      if (job.ended().isPresent()) {
        bytes -= job.bytes();
        jobs.remove();
      }
    }
  }
}
