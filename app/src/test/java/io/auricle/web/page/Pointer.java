package io.auricle.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A mouse, or a finger, on a page. */
final class Pointer {
  private final Page page;

  Pointer(Page page) {
    this.page = page;
  }

  /** Drops files on the middle of an element, as from a file manager. */
  void drop(String selector, Path... files) throws IOException {
    double[] at = place(selector, 0.5);
    for (String type : List.of("dragEnter", "dragOver", "drop")) {
      ObjectNode parameters =
          DevTools.parameters().put("type", type).put("x", at[0]).put("y", at[1]);
      ObjectNode data = parameters.putObject("data").put("dragOperationsMask", 1);
      data.putArray("items");
      Page.addAll(data.putArray("files"), files);
      page.send("Input.dispatchDragEvent", parameters);
    }
  }

  /** Presses the mouse at a share of the width of an element. */
  void click(String selector, double share) throws IOException {
    double[] at = place(selector, share);
    for (String type : List.of("mousePressed", "mouseReleased")) {
      page.send(
          "Input.dispatchMouseEvent",
          DevTools.parameters()
              .put("type", type)
              .put("x", at[0])
              .put("y", at[1])
              .put("button", "left")
              .put("clickCount", 1));
    }
  }

  /** Moves the mouse over an element. */
  void hover(String selector) throws IOException {
    double[] at = place(selector, 0.5);
    page.send(
        "Input.dispatchMouseEvent",
        DevTools.parameters().put("type", "mouseMoved").put("x", at[0]).put("y", at[1]));
  }

  /** Turns the wheel over an element, as who reads a list. */
  void scroll(String selector, int pixels) throws IOException {
    double[] at = place(selector, 0.5);
    page.send(
        "Input.dispatchMouseEvent",
        DevTools.parameters()
            .put("type", "mouseWheel")
            .put("x", at[0])
            .put("y", at[1])
            .put("deltaX", 0)
            .put("deltaY", pixels));
  }

  /** Taps an element with a finger. */
  void tap(String selector) throws IOException {
    double[] at = place(selector, 0.5);
    ObjectNode start = DevTools.parameters().put("type", "touchStart");
    start.putArray("touchPoints").addObject().put("x", at[0]).put("y", at[1]);
    page.send("Input.dispatchTouchEvent", start);
    ObjectNode end = DevTools.parameters().put("type", "touchEnd");
    end.putArray("touchPoints");
    page.send("Input.dispatchTouchEvent", end);
  }

  private double[] place(String selector, double share) throws IOException {
    JsonNode box =
        page.run(
            """
            (() => {
              const element = document.querySelector(%s);
              element.scrollIntoView({ block: 'center' });
              const box = element.getBoundingClientRect();
              return [box.left + %s * box.width, box.top + box.height / 2];
            })()\
            """
                .formatted(Page.quoted(selector), share));
    return new double[] {box.get(0).asDouble(), box.get(1).asDouble()};
  }
}
