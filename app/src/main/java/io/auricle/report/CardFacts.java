package io.auricle.report;

import io.auricle.bundle.ModelCard;
import io.auricle.bundle.Training.DataUse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A model's card as rows of a report. */
public final class CardFacts {
  private CardFacts() {}

  /** The rows in the order in which they are shown. */
  public static Map<String, String> of(ModelCard card) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Model", card.about().name());
    facts.put("Title", card.about().title());
    facts.put("What it is", card.about().description());
    facts.put(card.scores().tags() ? "Tags" : "Classes", String.join(", ", card.labels()));
    facts.put("Intended use", card.about().intendedUse());
    facts.put("Limits", card.about().limits());
    facts.put("Licence", card.about().licence());
    facts.put(
        "Learned from",
        card.training().data().stream().map(CardFacts::use).collect(Collectors.joining("\n")));
    facts.put("Made by", "%s, seed %d".formatted(card.createdBy(), card.training().seed()));
    facts.values().removeIf(String::isBlank);
    return facts;
  }

  private static String use(DataUse use) {
    String tracks =
        new TreeMap<>(use.tracks())
            .entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    return "%s: tracks %s; split %s (%s)"
        .formatted(use.dataset(), tracks, use.split(), use.splitHash());
  }
}
