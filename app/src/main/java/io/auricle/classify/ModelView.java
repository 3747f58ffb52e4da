package io.auricle.classify;

import io.auricle.bundle.ModelCard;

/**
 * What is written of one of the models that hear a file.
 *
 * @param model its name
 */
public record ModelView(String model, ClassificationView view) {
  public static ModelView of(ModelCard card, ClassificationView view) {
    return new ModelView(card.about().name(), view.withTags(card.scores().tags()));
  }
}
