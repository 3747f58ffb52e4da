package io.auricle.web.analysis;

import io.auricle.bundle.ModelCard;
import io.auricle.classify.Classification;
import io.auricle.classify.ClassificationJson;
import io.auricle.classify.ClassificationView;
import io.auricle.predict.Classifier;
import io.auricle.web.http.ProblemException;
import io.auricle.web.upload.Upload;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a request wants to know: by query parameters or by fields of its body.
 *
 * @param models in the order asked for
 * @param view how much of each prediction
 */
public record Order(List<Classifier> models, ClassificationView view) {
  private static final int DEFAULT_TOP = 5;
  private static final Set<String> KNOWN = Set.of("model", "top", "segments", "embedding");

  public Order {
    models = List.copyOf(models);
  }

  /**
   * Reads an order.
   *
   * @throws ProblemException if it makes no sense
   */
  public static Order of(Context context, Upload upload, Models models) {
    Set<String> names = new HashSet<>(context.queryParamMap().keySet());
    names.addAll(upload.fields().keySet());
    names.removeAll(KNOWN);
    if (!names.isEmpty()) {
      throw ProblemException.badRequest(
          "there are the parameters model, top, segments and embedding, not " + names);
    }
    List<String> chosen = new ArrayList<>(context.queryParams("model"));
    chosen.addAll(upload.fields().getOrDefault("model", List.of()));
    if (new HashSet<>(chosen).size() < chosen.size()) {
      throw ProblemException.badRequest("a model is asked for twice");
    }
    return new Order(models.named(chosen, 400), view(context, upload));
  }

  private static ClassificationView view(Context context, Upload upload) {
    String top = value(context, upload, "top", Integer.toString(DEFAULT_TOP));
    if (!top.matches("[1-9][0-9]{0,3}")) {
      throw ProblemException.badRequest("top must be a number in [1, 9999]");
    }
    return new ClassificationView(
        Integer.parseInt(top),
        flag(context, upload, "segments"),
        flag(context, upload, "embedding"),
        false);
  }

  private static boolean flag(Context context, Upload upload, String name) {
    String flag = value(context, upload, name, "false");
    if (!flag.equals("true") && !flag.equals("false")) {
      throw ProblemException.badRequest(name + " must be true or false");
    }
    return flag.equals("true");
  }

  private static String value(Context context, Upload upload, String name, String otherwise) {
    List<String> values = new ArrayList<>(context.queryParams(name));
    values.addAll(upload.fields().getOrDefault(name, List.of()));
    if (values.size() > 1) {
      throw ProblemException.badRequest(name + " is given twice");
    }
    return values.isEmpty() ? otherwise : values.get(0);
  }

  /** The object of a result, as {@code classify --format jsonl} prints it. */
  public String json(Classifier classifier, Classification result) {
    ModelCard card = classifier.card();
    return new ClassificationJson(card.about().name(), view.withTags(card.scores().tags()))
        .of(result);
  }
}
