package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of the API looks like the page it belongs to, and leads back to it. */
@ExtendWith(OpenPage.class)
final class DescriptionTest {
  @Test
  void descriptionHasHeadColoursAndLettersOfThePage(Page page, Site site) throws Exception {
    String look =
        "(() => { const style = getComputedStyle(document.body); return [style.backgroundColor,"
            + " style.color, style.fontFamily, document.querySelector('.brand').textContent.trim(),"
            + " document.querySelector('.theme') !== null].join(); })()";
    page.click(".theme");
    page.click(".theme"); // dark
    String expected = page.run(look).asText();
    page.open(site.address() + "api");
    page.await("document.querySelector('.theme') !== null");
    assertEquals(expected, page.run(look).asText());
    assertEquals("API", page.text(".top [aria-current=page]"));
    assertFalse(page.text("body").contains("SNAPSHOT"));
    page.click(".back a");
    page.await("document.querySelector('.drop') !== null");
  }

  /** The music is in the first tab: the way back closes the second one. */
  @Test
  void wayBackLeadsToTheTabThatHasTheMusic(Page page) throws Exception {
    Heard.add(page, "heard('a.wav', 'blues 0.9, jazz 0.1')");
    assertEquals("opener", page.run("document.querySelector('nav a[target]').rel").asText());
    page.run(
        "globalThis.description = open('api'); new Promise((resolve) =>"
            + " description.addEventListener('load', resolve))");
    page.run("description.document.querySelector('a[href$=compare]').click()");
    page.await("description.closed");
    page.await("location.hash === '#/compare'");
    assertTrue(page.text(".compare").contains("a.wav"), page.text("main"));
  }

  @Test
  void nobodySeesAVersionThatIsNotFinished(Page page) throws Exception {
    page.run("location.hash = '#/models'");
    page.await("document.querySelector('.model') !== null");
    assertFalse(page.text("body").contains("SNAPSHOT"));
  }
}
