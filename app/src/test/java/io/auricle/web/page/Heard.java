package io.auricle.web.page;

import java.io.IOException;

/** Results that no server gave, for what a page does with them. */
final class Heard {
  /**
   * {@code heard(path, labels, more)} is what {@code session.addKnown} takes: labels as {@code
   * 'blues 0.8, jazz 0.1'}; {@code more} may hold {@code seconds}, {@code sure}, {@code mood}
   * (labels, too), and {@code parts}, labels of segments of ten seconds each; {@code failed} has
   * failed.
   */
  private static final String FUNCTIONS =
      """
      globalThis.labelled = (text) => text.split(', ').map((one) => ({ label: one.split(' ')[0], score: Number(one.split(' ')[1]) })).sort((a, b) => b.score - a.score);
      globalThis.parts = (texts) => texts.map((text, i) => ({ startSeconds: 10 * i, endSeconds: 10 * i + 10, labels: labelled(text) }));
      globalThis.heard = (path, labels, { seconds = 30, sure = true, mood = null, parts: texts = null } = {}) => ({ id: null, path, results: [
        { path, model: 'genre', durationSeconds: texts ? 10 * texts.length : seconds, labels: labelled(labels), sure, ...(texts ? { segments: parts(texts) } : {}) },
        ...(mood ? [{ path, model: 'mood', durationSeconds: seconds, labels: labelled(mood), sure: true }] : []),
      ] });
      globalThis.failed = (path, code = 'UNSUPPORTED') => ({ id: null, path, results: [], error: { code, message: 'a test' } });
      0
      """;

  private Heard() {}

  /**
   * Puts tracks into the session: a list in JavaScript, made by {@code heard} and {@code failed}.
   */
  static void add(Page page, String tracks) throws IOException {
    page.run(FUNCTIONS);
    page.run(
        "import('/js/session.js').then(({ session }) => { session.addKnown([" + tracks + "]); })");
  }

  /** A value that a module's names are needed for, for instance {@code m3u(groups)}. */
  static com.fasterxml.jackson.databind.JsonNode value(Page page, String module, String expression)
      throws IOException {
    page.run(FUNCTIONS);
    return page.run(
        "import('/js/%s.js').then((m) => { with (m) { return (%s); } })"
            .formatted(module, expression));
  }
}
