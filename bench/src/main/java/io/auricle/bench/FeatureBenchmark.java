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
 * Milliseconds for a clip of 30 seconds, with the Vector API from the first frame on.
 *
 * <p>A process that may choose begins in plain Java and changes later, in the middle of a
 * measurement.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"--add-modules", "jdk.incubator.vector", "-Dauricle.fft=vector"},
    jvmArgsAppend = "-XX:+UseSerialGC")
public class FeatureBenchmark {
  private final Work work = new Work();

  @Benchmark
  public Object mel128() {
    return work.mel128();
  }

  @Benchmark
  public Object chroma() {
    return work.chroma();
  }

  @Benchmark
  public Object hpss() {
    return work.hpss();
  }

  @Benchmark
  public Object gtzan57() {
    return work.gtzan57();
  }

  @Benchmark
  public Object chin97() {
    return work.chin97();
  }
}
