package io.auricle.audio.ffmpeg;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The decoding processes that run, so that none outlives this one: a shutdown hook, which Ctrl-C
 * and SIGTERM run too, ends them. The one piece of static state, because a JVM shuts down as a
 * whole.
 */
public final class LiveProcesses {
  private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();
  private static final List<Runnable> BEFORE = new CopyOnWriteArrayList<>();

  private static volatile boolean ending;

  static {
    Thread hook = new Thread(LiveProcesses::endAll, "auricle-shutdown");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The end has begun already.
      ending = true;
    }
  }

  private LiveProcesses() {}

  /**
   * Has something done at shutdown before the processes are ended, such as to finish what needs
   * them.
   */
  public static void beforeTheEnd(Runnable task) {
    BEFORE.add(task);
  }

  static void add(Process process) {
    LIVE.add(process);
    if (ending) {
      process.destroyForcibly();
    }
  }

  /** Whether the processes were ended because this one ends: what they left undone is no fault. */
  static boolean areEnding() {
    return ending;
  }

  private static void endAll() {
    BEFORE.forEach(Runnable::run);
    ending = true;
    LIVE.forEach(Process::destroyForcibly);
  }

  static void remove(Process process) {
    LIVE.remove(process);
  }
}
