package io.auricle.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * The Chrome DevTools protocol over one web socket: commands with answers, events without.
 * Thread-safe.
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int PATIENCE_SECONDS = 120;

  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;

  private record Listener(String session, BiConsumer<String, JsonNode> onEvent) {}

  DevTools(URI address) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
  }

  static ObjectNode parameters() {
    return MAPPER.createObjectNode();
  }

  /** Hands on the name and parameters of each event of a session. */
  void listen(String session, BiConsumer<String, JsonNode> onEvent) {
    listeners.add(new Listener(session, onEvent));
  }

  /**
   * Sends a command and waits for its answer.
   *
   * @param session of a page; empty for the browser itself
   */
  JsonNode send(String session, String method, ObjectNode parameters) throws IOException {
    int id = lastId.incrementAndGet();
    ObjectNode command = parameters().put("id", id).put("method", method);
    command.set("params", parameters);
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    open.put(id, answer);
    try {
      synchronized (socket) { // one text after the other
        socket.sendText(command.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(method + " failed: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(method + " was interrupted", e);
    } finally {
      open.remove(id);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
    message.append(data);
    if (isLast) {
      String whole = message.toString();
      message.setLength(0);
      take(whole);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void take(String text) {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException("not JSON: " + text, e);
    }
    if (!node.has("id")) {
      String session = node.path("sessionId").asText();
      for (Listener listener : listeners) {
        if (listener.session().equals(session)) {
          listener.onEvent().accept(node.path("method").asText(), node.path("params"));
        }
      }
      return;
    }
    CompletableFuture<JsonNode> answer = open.get(node.path("id").asInt());
    if (answer == null) {
      return; // nobody waits for it any more
    }
    if (node.has("error")) {
      answer.completeExceptionally(new IOException(node.path("error").toString()));
    } else {
      answer.complete(node.path("result"));
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
