package io.auricle.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a report says beside the figures.
 *
 * @param title of the report
 * @param dataset title of the data set
 * @param split name of the split
 * @param splitHash of the split's content
 * @param leaky whether the split lets a recording or artist be on two sides
 * @param items what is counted
 * @param model facts of the model's card in the order in which they are shown
 */
public record ReportFacts(
    String title,
    String dataset,
    String split,
    String splitHash,
    boolean leaky,
    Items items,
    Map<String, String> model) {
  public ReportFacts {
    model = Collections.unmodifiableMap(new LinkedHashMap<>(model));
  }

  /** Of whole tracks. */
  public ReportFacts(
      String title,
      String dataset,
      String split,
      String splitHash,
      boolean leaky,
      Map<String, String> model) {
    this(title, dataset, split, splitHash, leaky, Items.TRACKS, model);
  }
}
