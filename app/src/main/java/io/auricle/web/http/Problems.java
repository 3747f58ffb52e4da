package io.auricle.web.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import org.eclipse.jetty.http.HttpStatus;

/** Problems as {@code application/problem+json}. */
public final class Problems {
  static final String TYPE = "application/problem+json";

  private static final JsonMapper MAPPER = new JsonMapper();

  private Problems() {}

  /** Makes a problem the answer. */
  public static void send(Context context, ProblemException problem) {
    problem.headers().forEach(context::header);
    context.status(problem.status());
    context.result(json(problem.status(), problem.code(), problem.detail()));
    context.contentType(TYPE);
  }

  /** The problem's document. */
  static String json(int status, String code, String detail) {
    ObjectNode problem = MAPPER.createObjectNode();
    problem.put("type", "about:blank");
    problem.put("title", HttpStatus.getMessage(status));
    problem.put("status", status);
    problem.put("code", code);
    problem.put("detail", detail);
    return problem.toString();
  }
}
