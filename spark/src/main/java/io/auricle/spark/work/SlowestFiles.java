package io.auricle.spark.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.util.AccumulatorV2;

/** The files that took longest, the slowest first; ten of them. */
public final class SlowestFiles extends AccumulatorV2<SlowFile, List<SlowFile>> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 10;

  private final ArrayList<SlowFile> slowest = new ArrayList<>();

  @Override
  public boolean isZero() {
    return slowest.isEmpty();
  }

  @Override
  public synchronized AccumulatorV2<SlowFile, List<SlowFile>> copy() {
    SlowestFiles copy = new SlowestFiles();
    copy.slowest.addAll(slowest);
    return copy;
  }

  @Override
  public synchronized void reset() {
    slowest.clear();
  }

  @Override
  public synchronized void add(SlowFile file) {
    slowest.add(file);
    slowest.sort(Comparator.comparingDouble(SlowFile::seconds).reversed());
    if (slowest.size() > MOST) {
      slowest.remove(MOST);
    }
  }

  @Override
  public void merge(AccumulatorV2<SlowFile, List<SlowFile>> other) {
    other.value().forEach(this::add);
  }

  @Override
  public synchronized List<SlowFile> value() {
    return new ArrayList<>(slowest);
  }
}
