package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The comparison: a table that keeps its head, also on a phone. */
@ExtendWith(OpenPage.class)
final class CompareTest {
  private static final String FEW =
      "heard('b.mp3', 'jazz 0.6, blues 0.4', { seconds: 200 }), failed('bad.mp3'),"
          + " heard('a.mp3', 'blues 0.9, jazz 0.1', { seconds: 100 })";

  @Test
  void failedFilesStayInSightWithTheirReason(Page page) throws Exception {
    open(page);
    assertEquals(3, page.count(".compare tbody tr"));
    assertEquals("bad.mp3", page.text(".compare .is-failed th"));
    assertEquals(
        "This is not sound that Auricle can read.", page.text(".compare .is-failed .failed-words"));
    page.click("[aria-label='Sort by Blues']");
    assertEquals("a.mp3 b.mp3 bad.mp3", rows(page), "what failed has no score");
  }

  @Test
  void columnsSortBothWaysAndSaySo(Page page) throws Exception {
    open(page);
    assertEquals("b.mp3 bad.mp3 a.mp3", rows(page));
    page.click("[aria-label='Sort by File']");
    assertEquals("a.mp3 b.mp3 bad.mp3", rows(page));
    assertEquals("ascending", sorted(page));
    page.click("[aria-label='Sort by File']");
    assertEquals("bad.mp3 b.mp3 a.mp3", rows(page));
    assertEquals("descending", sorted(page));
    page.click("[aria-label='Sort by Length']");
    assertEquals("a.mp3 b.mp3 bad.mp3", rows(page));
    // A track more changes nothing of the order.
    Heard.add(page, "heard('c.mp3', 'rock 0.9, jazz 0.1', { seconds: 150 })");
    page.await("document.querySelectorAll('.compare tbody tr').length === 4");
    assertEquals("a.mp3 c.mp3 b.mp3 bad.mp3", rows(page));
  }

  @Test
  void filterIsThatOfTheList(Page page) throws Exception {
    open(page);
    page.run("document.querySelector('.compare-head .filter-field').focus()");
    page.type("blues");
    assertEquals("a.mp3", rows(page));
    page.run("location.hash = '#/'");
    page.await("document.querySelector('.list .filter-field')?.value === 'blues'");
    assertEquals(1, page.count(".track"));
  }

  @Test
  void columnsCanBeUsedOnAPhone(Page page) throws Exception {
    page.size(360, 740);
    String labels =
        "'blues 0.3, classical 0.2, country 0.1, disco 0.1, electronic 0.1, hiphop 0.05, jazz 0.05,"
            + " metal 0.04, pop 0.03, reggae 0.02, rock 0.01'";
    Heard.add(
        page,
        "heard('a name that is much too long for the column of a phone.mp3', %s, { sure: false }), failed('%s')"
            .formatted(labels, "bad".repeat(40)));
    page.run("location.hash = '#/compare'");
    page.await("document.querySelector('.compare tbody td') !== null");
    // The name stays while the genres are scrolled past it.
    page.run("document.querySelector('.compare-frame').scrollLeft = 9999");
    String left = "document.querySelector('.compare tbody th').getBoundingClientRect().left";
    String frame = "document.querySelector('.compare-frame').getBoundingClientRect().left";
    assertEquals(page.run(frame).asDouble(), page.run(left).asDouble(), 1);
    String isSeen =
        """
        (() => {
          const name = document.querySelector('.compare tbody th').getBoundingClientRect();
          const last = document.querySelector('.compare thead th:last-child').getBoundingClientRect();
          const why = document.querySelector('.failed-words').getBoundingClientRect();
          return [last.right <= innerWidth, name.width < 115, why.left >= name.right, why.right <= innerWidth].join();
        })()\
        """;
    assertEquals("true,true,true,true", page.run(isSeen).asText());
    // Four genres at once, and heads that a finger meets.
    page.run("document.querySelector('.compare-frame').scrollLeft = 0");
    String seen =
        "[...document.querySelectorAll('.compare .heat')].filter((cell) =>"
            + " cell.getBoundingClientRect().right <= innerWidth - 16).length";
    assertTrue(page.run(seen).asInt() >= 4, page.run(seen) + " columns in sight");
    assertTrue(
        page.run(
                "[...document.querySelectorAll('.sort')].filter((b) => b.offsetParent).every((b) =>"
                    + " b.offsetWidth >= 24 && b.offsetHeight >= 24)")
            .asBoolean());
    assertEquals(360, page.run("document.documentElement.scrollWidth").asInt());
  }

  private static void open(Page page) throws IOException {
    Heard.add(page, FEW);
    page.run("location.hash = '#/compare'");
    page.await("document.querySelector('.compare tbody td') !== null");
  }

  private static String rows(Page page) throws IOException {
    return page.run(
            "[...document.querySelectorAll('.compare tbody th')].map((th) => th.textContent).join(' ')")
        .asText();
  }

  private static String sorted(Page page) throws IOException {
    return page.run("document.querySelector('[aria-sort]').ariaSort").asText();
  }
}
