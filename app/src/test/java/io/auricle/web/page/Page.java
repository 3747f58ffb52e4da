package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A page of the browser and what a person does with it: look, point, type, drop files. */
final class Page implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long PAUSE_MILLIS = 50;
  private static final Map<String, Integer> KEY_CODES =
      Map.ofEntries(
          Map.entry("Tab", 9),
          Map.entry("Enter", 13),
          Map.entry("Escape", 27),
          Map.entry(" ", 32),
          Map.entry("PageUp", 33),
          Map.entry("PageDown", 34),
          Map.entry("End", 35),
          Map.entry("Home", 36),
          Map.entry("ArrowLeft", 37),
          Map.entry("ArrowUp", 38),
          Map.entry("ArrowRight", 39),
          Map.entry("ArrowDown", 40),
          Map.entry("Delete", 46));

  private final DevTools devTools;
  private final String target;
  private final String session;
  private final Pointer pointer = new Pointer(this);
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger loads = new AtomicInteger();
  private volatile int chooser = -1;

  Page(DevTools devTools, int width, int height) throws IOException {
    this.devTools = devTools;
    String context =
        devTools
            .send("", "Target.createBrowserContext", DevTools.parameters())
            .path("browserContextId")
            .asText();
    this.target =
        devTools
            .send(
                "",
                "Target.createTarget",
                DevTools.parameters().put("url", "about:blank").put("browserContextId", context))
            .path("targetId")
            .asText();
    this.session =
        devTools
            .send(
                "",
                "Target.attachToTarget",
                DevTools.parameters().put("targetId", target).put("flatten", true))
            .path("sessionId")
            .asText();
    devTools.listen(session, this::take);
    for (String domain : List.of("Page", "Runtime", "Log", "Network", "DOM")) {
      send(domain + ".enable", DevTools.parameters());
    }
    send("Page.setInterceptFileChooserDialog", DevTools.parameters().put("enabled", true));
    size(width, height);
  }

  JsonNode send(String method, ObjectNode parameters) throws IOException {
    return devTools.send(session, method, parameters);
  }

  private void take(String event, JsonNode about) {
    switch (event) {
      case "Runtime.exceptionThrown" -> problems.add(about.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(about.path("type").asText())) {
          problems.add(about.path("args").toString());
        }
      }
      case "Log.entryAdded" -> {
        if (List.of("error", "warning").contains(about.path("entry").path("level").asText())) {
          problems.add(about.path("entry").toString());
        }
      }
      case "Network.requestWillBeSent" -> requests.add(about.at("/request/url").asText());
      case "Page.loadEventFired" -> loads.incrementAndGet();
      case "Page.fileChooserOpened" -> chooser = about.path("backendNodeId").asInt();
      default -> {} // of no interest
    }
  }

  /**
   * Errors and warnings of the console so far, breaches of the content security policy included.
   */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Addresses that were asked for so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  void size(int width, int height) throws IOException {
    send(
        "Emulation.setDeviceMetricsOverride",
        DevTools.parameters()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
  }

  /** Light or dark, and whether motion is unwelcome. */
  void prefer(String colours, boolean isMotionReduced) throws IOException {
    ObjectNode parameters = DevTools.parameters();
    ArrayNode features = parameters.putArray("features");
    features.addObject().put("name", "prefers-color-scheme").put("value", colours);
    features
        .addObject()
        .put("name", "prefers-reduced-motion")
        .put("value", isMotionReduced ? "reduce" : "no-preference");
    send("Emulation.setEmulatedMedia", parameters);
  }

  /** Whether the network is there. */
  void setOnline(boolean online) throws IOException {
    send(
        "Network.emulateNetworkConditions",
        DevTools.parameters()
            .put("offline", !online)
            .put("latency", 0)
            .put("downloadThroughput", -1)
            .put("uploadThroughput", -1));
  }

  /** Goes to an address; one that differs in its fragment alone keeps the document. */
  void open(String address) throws IOException {
    int before = loads.get();
    JsonNode answer = send("Page.navigate", DevTools.parameters().put("url", address));
    if (answer.has("loaderId")) {
      awaitLoad(before);
    }
    await("document.querySelector('main h1') !== null");
  }

  void reload() throws IOException {
    int before = loads.get();
    send("Page.reload", DevTools.parameters());
    awaitLoad(before);
    await("document.querySelector('main h1') !== null");
  }

  private void awaitLoad(int before) {
    Instant end = Instant.now().plus(PATIENCE);
    while (loads.get() == before) {
      if (Instant.now().isAfter(end)) {
        fail("the page did not load");
      }
      pause();
    }
  }

  /** The value of an expression; promises are waited for. */
  JsonNode run(String expression) throws IOException {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            DevTools.parameters()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("userGesture", true)
                .put("returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** The text of the first element that matches. */
  String text(String selector) throws IOException {
    return run("document.querySelector(" + quoted(selector) + ")?.textContent ?? ''").asText();
  }

  int count(String selector) throws IOException {
    return run("document.querySelectorAll(" + quoted(selector) + ").length").asInt();
  }

  /** Waits until a condition holds; the test fails if it never does. */
  void await(String condition) throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds(condition)) {
      if (Instant.now().isAfter(end)) {
        fail(condition + " did not come; problems: " + problems + "; page: " + text("main"));
      }
      pause();
    }
  }

  /** Whether a condition holds; not on a page that is left while it is asked. */
  private boolean holds(String condition) throws IOException {
    try {
      return run("Boolean(" + condition + ")").asBoolean();
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("Inspected target navigated")) {
        return false;
      }
      throw e;
    }
  }

  /** A moment between two looks. */
  static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The pointer: a mouse or a finger. */
  Pointer pointer() {
    return pointer;
  }

  /** Drops files on the middle of an element, as from a file manager. */
  void drop(String selector, Path... files) throws IOException {
    pointer.drop(selector, files);
  }

  /** Waits for the window in which files are chosen, and chooses. */
  void choose(Path... files) throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    while (chooser < 0) {
      if (Instant.now().isAfter(end)) {
        fail("no window to choose files came");
      }
      pause();
    }
    ObjectNode parameters = DevTools.parameters().put("backendNodeId", chooser);
    chooser = -1;
    addAll(parameters.putArray("files"), files);
    send("DOM.setFileInputFiles", parameters);
  }

  static void addAll(ArrayNode array, Path... files) {
    for (Path file : files) {
      array.add(file.toAbsolutePath().normalize().toString());
    }
  }

  /** Presses the mouse at a share of the width of an element. */
  void click(String selector, double share) throws IOException {
    pointer.click(selector, share);
  }

  void click(String selector) throws IOException {
    pointer.click(selector, 0.5);
  }

  /** Presses a key. */
  void press(String key) throws IOException {
    for (String type : List.of("keyDown", "keyUp")) {
      ObjectNode parameters =
          DevTools.parameters()
              .put("type", type)
              .put("key", key)
              .put("code", key.equals(" ") ? "Space" : key)
              .put("windowsVirtualKeyCode", KEY_CODES.get(key));
      if (type.equals("keyDown") && (key.equals("Enter") || key.equals(" "))) {
        parameters.put("text", key.equals("Enter") ? "\r" : " ");
      }
      send("Input.dispatchKeyEvent", parameters);
    }
  }

  /** Presses a letter with Ctrl. */
  void pressWithControl(char letter) throws IOException {
    for (String type : List.of("rawKeyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          DevTools.parameters()
              .put("type", type)
              .put("key", String.valueOf(letter))
              .put("windowsVirtualKeyCode", Character.toUpperCase(letter))
              .put("modifiers", 2));
    }
  }

  /** Types a text where the focus is. */
  void type(String text) throws IOException {
    send("Input.insertText", DevTools.parameters().put("text", text));
  }

  /** Presses Tab until an element that matches has the focus. */
  void tabTo(String selector) throws IOException {
    List<String> visited = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      press("Tab");
      if (run("document.activeElement.matches(" + quoted(selector) + ")").asBoolean()) {
        return;
      }
      visited.add(run("document.activeElement.outerHTML.slice(0, 60)").asText());
    }
    fail("Tab does not reach " + selector + " but " + visited);
  }

  void screenshot(Path png) throws IOException {
    String data =
        send("Page.captureScreenshot", DevTools.parameters().put("format", "png"))
            .path("data")
            .asText();
    Files.write(png, Base64.getDecoder().decode(data));
  }

  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public void close() throws IOException {
    devTools.send("", "Target.closeTarget", DevTools.parameters().put("targetId", target));
  }
}
