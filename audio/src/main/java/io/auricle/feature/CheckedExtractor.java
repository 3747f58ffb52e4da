package io.auricle.feature;

import io.auricle.audio.Signal;
import java.util.List;

/**
 * An extractor that knows its options and its columns and refuses signals that the options do not
 * accept.
 *
 * @param <O> its options
 */
public abstract class CheckedExtractor<O extends FeatureOptions> implements FeatureExtractor {
  /** What this extractor was built from. */
  protected final O options;

  private final List<String> columns;

  protected CheckedExtractor(O options, List<String> columns) {
    this.options = options;
    this.columns = List.copyOf(columns);
  }

  @Override
  public final O options() {
    return options;
  }

  @Override
  public final List<String> columns() {
    return columns;
  }

  @Override
  public final FeatureMatrix extract(Signal signal) {
    options.check(signal);
    return analyse(signal);
  }

  /** The features of a signal that the options accept. */
  protected abstract FeatureMatrix analyse(Signal signal);
}
