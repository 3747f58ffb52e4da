package io.auricle.web.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files that are analysed while the client does something else. Every change raises the version, so
 * that watchers can wait for it. Thread-safe.
 */
final class Job {
  /** How far a job or a file is. */
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED;

    /** As in the API. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isEnd() {
      return this == DONE || this == FAILED;
    }
  }

  /**
   * A file of a job as it is now.
   *
   * @param name as the client calls it
   * @param progress share of the sound that was analysed, in [0, 1]
   */
  record FileState(String name, State state, double progress) {}

  /**
   * A job as it is now.
   *
   * @param results the objects of each file and model, files first; null where there is none yet
   */
  record Snapshot(
      long version, State state, List<FileState> files, List<@Nullable String> results) {}

  private final String id;
  private final Instant created;
  private final List<FileState> files = new ArrayList<>();
  private final List<@Nullable String> results;
  private final Map<String, byte[]> pictures = new HashMap<>();
  private State state = State.QUEUED;
  private @Nullable Instant ended;
  private long version;
  private long bytes;

  /**
   * A job that waits.
   *
   * @param models number of results a file
   */
  Job(String id, List<String> names, int models, Instant created) {
    this.id = id;
    this.created = created;
    names.forEach(name -> files.add(new FileState(name, State.QUEUED, 0)));
    this.results = new ArrayList<>(Collections.nCopies(names.size() * models, null));
  }

  String id() {
    return id;
  }

  Instant created() {
    return created;
  }

  synchronized Snapshot snapshot() {
    return new Snapshot(
        version, state, List.copyOf(files), Collections.unmodifiableList(new ArrayList<>(results)));
  }

  /** Waits until the version is another than the one known, but not for ever. */
  synchronized Snapshot await(long known, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (version == known && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return snapshot();
  }

  synchronized void file(int index, State now, double progress) {
    files.set(index, new FileState(files.get(index).name(), now, progress));
    state = state == State.QUEUED ? State.RUNNING : state;
    changed();
  }

  synchronized void result(int index, String json) {
    results.set(index, json);
    bytes += json.length();
    changed();
  }

  synchronized void picture(int file, String name, byte[] png) {
    pictures.put(file + "/" + name, png);
    bytes += png.length;
    changed();
  }

  synchronized Optional<byte[]> picture(int file, String name) {
    return Optional.ofNullable(pictures.get(file + "/" + name));
  }

  /** Ends the job: failed if every file did. */
  synchronized void end(Instant now) {
    boolean good = files.stream().anyMatch(file -> file.state() == State.DONE);
    state = good ? State.DONE : State.FAILED;
    ended = now;
    changed();
  }

  synchronized Optional<Instant> ended() {
    return Optional.ofNullable(ended);
  }

  /** What results and pictures take. */
  synchronized long bytes() {
    return bytes;
  }

  private void changed() {
    version++;
    notifyAll();
  }
}
