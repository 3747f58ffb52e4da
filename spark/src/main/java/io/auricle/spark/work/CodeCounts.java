package io.auricle.spark.work;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;

/** How many files ended in which way: {@link #GOOD}, or the code of an error. */
public final class CodeCounts extends AccumulatorV2<String, Map<String, Long>> {
  /** Of files without an error. */
  public static final String GOOD = "ok";

  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Long> counts = new TreeMap<>();

  @Override
  public boolean isZero() {
    return counts.isEmpty();
  }

  @Override
  public synchronized AccumulatorV2<String, Map<String, Long>> copy() {
    CodeCounts copy = new CodeCounts();
    copy.counts.putAll(counts);
    return copy;
  }

  @Override
  public synchronized void reset() {
    counts.clear();
  }

  @Override
  public synchronized void add(String code) {
    counts.merge(code, 1L, Long::sum);
  }

  @Override
  public synchronized void merge(AccumulatorV2<String, Map<String, Long>> other) {
    other.value().forEach((code, count) -> counts.merge(code, count, Long::sum));
  }

  @Override
  public synchronized Map<String, Long> value() {
    return new TreeMap<>(counts);
  }
}
