package io.auricle.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds for a clip of 30 seconds, with and without the Vector API.
 *
 * <p>{@code jvmArgs} stands for all that a fork would otherwise inherit from the JVM that starts
 * it, so a plain benchmark stays plain where that JVM has loaded the Vector API.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class KernelBenchmark {
  private final Work work = new Work();

  @Benchmark
  @Fork(jvmArgs = {"--add-modules", "jdk.incubator.vector", "-Dauricle.fft=vector"})
  public Object rfftVector() {
    return work.rfft();
  }

  @Benchmark
  @Fork(jvmArgs = "-Dauricle.fft=plain")
  public Object rfftPlain() {
    return work.rfft();
  }

  @Benchmark
  @Fork(jvmArgs = {"--add-modules", "jdk.incubator.vector", "-Dauricle.fft=vector"})
  public Object stftVector() {
    return work.stft();
  }

  @Benchmark
  @Fork(jvmArgs = "-Dauricle.fft=plain")
  public Object stftPlain() {
    return work.stft();
  }

  @Benchmark
  public Object medianAlongTime() {
    return work.medianTime();
  }

  @Benchmark
  public Object medianAlongFrequency() {
    return work.medianFrequency();
  }

  @Benchmark
  public Object resample() {
    return work.resample();
  }
}
