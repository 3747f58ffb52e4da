package io.auricle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Prints {@code name milliseconds} for each piece of {@link Work}: the processor time of a call,
 * collection of garbage included, after a warm-up. With the argument {@code cold} it is the wall
 * time of the first call in the process.
 */
final class Timings {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int WARM_UP_MILLIS = 2500;
  private static final int MEASURED_MILLIS = 1500;

  private Timings() {}

  public static void main(String[] args) {
    boolean cold = args.length > 0 && args[0].equals("cold");
    for (Map.Entry<String, Supplier<Object>> work : new Work().all().entrySet()) {
      double millis = cold ? firstCall(work.getValue()) : perCall(work.getValue());
      System.out.printf("%s %.3f%n", work.getKey(), millis);
    }
  }

  private static double firstCall(Supplier<Object> work) {
    long start = System.nanoTime();
    Object result = work.get();
    double millis = (System.nanoTime() - start) / 1e6;
    return result == work ? 0 : millis;
  }

  private static double perCall(Supplier<Object> work) {
    run(work, WARM_UP_MILLIS);
    return run(work, MEASURED_MILLIS);
  }

  /** Calls for so much processor time (its clock ticks every 10 ms), and the mean of a call. */
  private static double run(Supplier<Object> work, int millis) {
    long start = SYSTEM.getProcessCpuTime();
    int calls = 0;
    long spent = 0;
    while (spent < millis * 1_000_000L) {
      Object result = work.get();
      calls += result == work ? 0 : 1;
      spent = SYSTEM.getProcessCpuTime() - start;
    }
    return spent / 1e6 / calls;
  }
}
