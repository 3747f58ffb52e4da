package io.auricle.report;

import io.auricle.explore.Exploration;

/**
 * Which picture of an exploration is shown, on the page first of all.
 *
 * @param layout the t-SNE layout rather than the principal components
 * @param clusters colours for clusters rather than labels
 */
public record ExplorationView(boolean layout, boolean clusters) {
  /** The same, but without what the exploration does not have. */
  ExplorationView within(Exploration exploration) {
    return new ExplorationView(
        layout && exploration.layout() != null, clusters || exploration.labels().isEmpty());
  }
}
