package io.auricle.dataset.check;

import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.Fault;
import io.auricle.dataset.Finding;
import io.auricle.dataset.Target;
import io.auricle.label.Label;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a data set on disk.
 *
 * @param card which data set
 * @param target what its tracks are labelled with
 * @param root where
 * @param soundCount tracks that can be used
 * @param labelCounts sound tracks of each label
 * @param findings everything else
 */
public record CheckReport(
    DatasetCard card,
    Target target,
    Path root,
    int soundCount,
    Map<Label, Integer> labelCounts,
    List<Finding> findings) {
  private static final int SHOWN_OF_A_FAULT = 20;

  public CheckReport {
    labelCounts = Collections.unmodifiableMap(new TreeMap<>(labelCounts));
    findings = List.copyOf(findings);
  }

  /** The findings of one kind. */
  public List<Finding> findings(Fault fault) {
    return findings.stream().filter(finding -> finding.fault() == fault).toList();
  }

  /** A table for people: counts, labels, then the findings, of each kind the first twenty. */
  public String toTable() {
    StringBuilder out = new StringBuilder();
    out.append("%s: %s%n".formatted(card.name(), card.title()));
    out.append("in %s%n%n".formatted(root));
    row(out, "usable", soundCount);
    for (Fault fault : Fault.values()) {
      row(out, fault.title(), findings(fault).size());
    }
    out.append("%nusable tracks by label of target %s%n".formatted(target.spelling()));
    labelCounts.forEach((label, count) -> row(out, label.name(), count));
    for (Fault fault : Fault.values()) {
      list(out, fault);
    }
    return out.toString();
  }

  private static void row(StringBuilder out, String name, int count) {
    out.append("  %-20s %7d%n".formatted(name, count));
  }

  private void list(StringBuilder out, Fault fault) {
    List<Finding> all = findings(fault);
    if (all.isEmpty()) {
      return;
    }
    out.append("%n%s%n".formatted(fault.title()));
    for (Finding finding : all.subList(0, Math.min(SHOWN_OF_A_FAULT, all.size()))) {
      out.append("  %s: %s%n".formatted(finding.name(), finding.note()));
    }
    if (all.size() > SHOWN_OF_A_FAULT) {
      out.append("  and %d more%n".formatted(all.size() - SHOWN_OF_A_FAULT));
    }
  }
}
