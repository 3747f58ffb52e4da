package io.auricle.web.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.auricle.web.http.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long jobs are remembered. */
final class JobsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestClock clock = new TestClock();

  /** A clock that stands until it is moved. */
  private static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private Jobs jobs(int most, long bytes) {
    return new Jobs(new JobLimits(HOUR, most, bytes), clock);
  }

  private static Job ended(Jobs jobs) {
    Job job = jobs.add(List.of("a"), 1);
    job.result(0, "x".repeat(100));
    job.file(0, Job.State.DONE, 1);
    jobs.end(job);
    return job;
  }

  private static void assertUnknown(Jobs jobs, Job job) {
    assertEquals(404, assertThrows(ProblemException.class, () -> jobs.get(job.id())).status());
  }

  @Test
  void endedJobIsKeptForAnHour() {
    Jobs jobs = jobs(10, 10_000);
    Job job = ended(jobs);
    clock.now = clock.now.plus(HOUR);
    assertSame(job, jobs.get(job.id()));
    clock.now = clock.now.plusMillis(1);
    assertUnknown(jobs, job);
  }

  @Test
  void jobAtWorkIsKeptHoweverLong() {
    Jobs jobs = jobs(10, 10_000);
    Job job = jobs.add(List.of("a"), 1);
    clock.now = clock.now.plus(HOUR.multipliedBy(9));
    assertSame(job, jobs.get(job.id()));
  }

  @Test
  void oldestEndedJobMakesRoom() {
    Jobs jobs = jobs(3, 10_000);
    Job working = jobs.add(List.of("a"), 1);
    Job old = ended(jobs);
    Job young = ended(jobs);
    Job added = jobs.add(List.of("a"), 1);
    assertUnknown(jobs, old);
    assertEquals(3, jobs.count());
    for (Job job : List.of(working, young, added)) {
      assertSame(job, jobs.get(job.id()));
    }
  }

  @Test
  void bytesOfResultsAreBounded() {
    Jobs jobs = jobs(10, 250);
    Job first = ended(jobs);
    Job second = ended(jobs);
    Job third = ended(jobs);
    assertUnknown(jobs, first);
    assertSame(second, jobs.get(second.id()));
    assertSame(third, jobs.get(third.id()));
  }

  @Test
  void noRoomBesideJobsAtWork() {
    Jobs jobs = jobs(1, 10_000);
    jobs.add(List.of("a"), 1);
    assertEquals(
        503, assertThrows(ProblemException.class, () -> jobs.add(List.of("a"), 1)).status());
  }

  @Test
  void idsDiffer() {
    Jobs jobs = jobs(10, 10_000);
    assertNotEquals(jobs.add(List.of("a"), 1).id(), jobs.add(List.of("a"), 1).id());
  }
}
