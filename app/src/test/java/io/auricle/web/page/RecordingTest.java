package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recording from the microphone; that of the test browser beeps. */
@ExtendWith(OpenPage.class)
final class RecordingTest {
  private static final String AT = "Number(document.querySelector('[role=slider]').ariaValueNow)";

  @Test
  void verdictGrowsWhileRecordingAndTheWholeIsAnalysedInTheEnd(Page page) throws Exception {
    page.click(".drop .secondary");
    page.await("document.querySelector('.so-far') !== null");
    assertTrue(page.text(".live").contains("in a few seconds"), page.text(".live"));
    page.await("document.querySelector('.so-far')?.textContent.startsWith('So far (0:0')");
    assertTrue(page.text(".so-far-verdict").length() > 3, page.text(".live"));
    assertTrue(page.text("[role=status]").startsWith("So far: "), page.text("[role=status]"));
    assertEquals(0, page.count(".track"), "what is not done is no track");
    page.click(".recorder .primary");
    page.await("document.querySelectorAll('.is-done, .is-failed').length === 1");
    assertEquals("Recording 1.webm", page.text(".track-name"));
    assertEquals(1, page.count(".is-done"));
    page.await("document.querySelector('.wave .outline') !== null");
    page.click(".strips", 0.5); // what a recorder writes has no length in its head
    page.click(".round");
    page.await(AT + " > 0.6 * Number(document.querySelector('[role=slider]').ariaValueMax)");
    assertTrue(page.run("document.querySelector('.note.keys') !== null").asBoolean());
  }

  /** A recorder ends by itself then, and tells of it once. */
  @Test
  void microphoneThatIsUnpluggedLeavesWhatWasRecorded(Page page) throws Exception {
    String bytes =
        """
        (async () => {
          const { Recorder } = await import('/js/recorder.js');
          const media = navigator.mediaDevices;
          const ask = media.getUserMedia.bind(media);
          let [stream, inner] = [null, null];
          media.getUserMedia = async (wanted) => (stream = await ask(wanted));
          window.MediaRecorder = class extends MediaRecorder {
            constructor(sound) {
              super(sound);
              inner = this;
            }
          };
          const recorder = await Recorder.start();
          await new Promise((done) => inner.addEventListener('dataavailable', done, { once: true }));
          const ended = new Promise((done) => inner.addEventListener('stop', done, { once: true }));
          for (const track of stream.getTracks()) track.stop();
          await ended;
          return (await recorder.stop('unplugged')).size;
        })()\
        """;
    assertTrue(page.run(bytes).asInt() > 0);
  }

  /**
   * However long one records, the server gets a few times the recording, one question at a time.
   */
  @Test
  void loadOfListeningAlongIsBounded(Page page) throws Exception {
    String sent =
        """
        (() => {
          let [seconds, sent, questions] = [4, 0, 0];
          while (seconds < 300) {
            sent += seconds;
            questions += 1;
            seconds += 0.5 + pauseAfter(seconds, 0.5);
          }
          return sent / 300 + 1000 * questions;
        })()\
        """;
    double both = Heard.value(page, "live", sent).asDouble();
    double questions = Math.floor(both / 1000);
    assertTrue(both - 1000 * questions < 5, "sent " + (both - 1000 * questions) + " recordings");
    assertTrue(questions < 25, questions + " questions");
    assertEquals(
        4, Heard.value(page, "live", "pauseAfter(8, 0.5)").asDouble(), "every few seconds");
    assertEquals(20, Heard.value(page, "live", "pauseAfter(8, 10)").asDouble(), "slow server");
    assertEquals(30, Heard.value(page, "live", "pauseAfter(8, 1, 30)").asDouble(), "busy server");
  }
}
