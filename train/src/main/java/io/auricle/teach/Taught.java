package io.auricle.teach;

import io.auricle.bundle.ModelCard;
import io.auricle.bundle.Training.Metric;
import java.util.Optional;

/**
 * A model that was taught.
 *
 * @param card with its figures
 * @param model bytes of the network with the head
 * @param tracks that it learned from
 * @param folds by which its figures were measured
 * @param grouped whether no group was on two sides of a fold
 */
@SuppressWarnings("ArrayRecordComponent") // a file on its way to disk, never compared
public record Taught(ModelCard card, byte[] model, int tracks, int folds, boolean grouped) {
  /** A figure by its name, as {@code accuracy}. */
  public Optional<Metric> figure(String name) {
    return card.training().metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst();
  }
}
