package io.auricle.web.analysis;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.bundle.CardJson;
import io.auricle.bundle.ModelCard;
import io.auricle.predict.Classifier;
import io.javalin.http.Context;
import java.util.List;

/** {@code /api/v1/models}: what models there are, and their cards. */
public final class ModelHandlers {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Models models;

  public ModelHandlers(Models models) {
    this.models = models;
  }

  /** {@code GET /api/v1/models}: a few words on each, the default first. */
  public void list(Context context) {
    ObjectNode answer = MAPPER.createObjectNode();
    ArrayNode all = answer.putArray("models");
    for (Classifier classifier : models.all()) {
      ModelCard card = classifier.card();
      ObjectNode model = all.addObject();
      model.put("name", card.about().name());
      model.put("title", card.about().title());
      model.put("default", all.size() == 1);
      card.labels().forEach(model.putArray("labels")::add);
    }
    context.contentType("application/json");
    context.result(answer.toString());
  }

  /** {@code GET /api/v1/models/{name}}: the card as it is. */
  public void show(Context context) {
    ModelCard card = models.named(List.of(context.pathParam("name")), 404).get(0).card();
    context.contentType("application/json");
    context.result(CardJson.write(card));
  }
}
