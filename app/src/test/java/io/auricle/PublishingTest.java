package io.auricle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The POMs say what Maven Central asks for, and the BOM says what they say. */
final class PublishingTest {
  private static final Path ROOT = Path.of("..");
  private static final String UNPUBLISHED = "bench";

  /** Modules that only list the jars of a Spark, for tests. */
  private static final String CLUSTERS = "spark/on-";

  /** What is the same for all of them. */
  private static final List<String> SHARED =
      List.of(
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/connection",
          "scm/developerConnection",
          "scm/url",
          "properties/project.build.outputTimestamp");

  @Test
  void everyArtifactSaysWhatItIs() throws Exception {
    Element root = pom(ROOT);
    Element bom = pom(ROOT.resolve("bom"));
    for (String field : SHARED) {
      assertFalse(text(root, field).isEmpty(), field);
      assertEquals(text(root, field), text(bom, field), field);
    }
    assertEquals("The Auricle authors", text(root, "developers/developer/name"));
    for (String module : modules(root)) {
      Element pom = pom(ROOT.resolve(module));
      assertFalse(text(pom, "name").isEmpty(), module + " has no name");
      assertFalse(text(pom, "description").isEmpty(), module + " has no description");
    }
  }

  @Test
  void bomHoldsTheVersionsOfAllThatIsPublished() throws Exception {
    Element root = pom(ROOT);
    String version = text(root, "version");
    Map<String, String> expected = new TreeMap<>();
    for (String module : modules(root)) {
      if (!module.equals(UNPUBLISHED) && !module.equals("bom")) {
        Element pom = pom(ROOT.resolve(module));
        String own = text(pom, "version");
        expected.put("io.auricle:" + text(pom, "artifactId") + ":", own.isEmpty() ? version : own);
      }
    }
    for (String platform :
        List.of("linux-arm64", "linux-x86_64", "macosx-arm64", "macosx-x86_64", "windows-x86_64")) {
      expected.put("org.bytedeco:ffmpeg:" + platform, text(root, "properties/ffmpeg.version"));
    }
    Map<String, String> actual = new TreeMap<>();
    Element bom = pom(ROOT.resolve("bom"));
    assertEquals(version, text(bom, "version"));
    Element managed = child(child(bom, "dependencyManagement"), "dependencies");
    for (Node node = managed.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element dependency) {
        actual.put(
            "%s:%s:%s"
                .formatted(
                    text(dependency, "groupId"),
                    text(dependency, "artifactId"),
                    text(dependency, "classifier")),
            text(dependency, "version"));
      }
    }
    assertEquals(expected, actual);
    assertEquals(text(root, "properties/models.version"), actual.get("io.auricle:auricle-models:"));
  }

  private static List<String> modules(Element root) {
    return child(root, "modules")
        .getTextContent()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith(CLUSTERS))
        .toList();
  }

  private static Element pom(Path folder)
      throws IOException, ParserConfigurationException, SAXException {
    Path file = folder.resolve("pom.xml");
    try (var in = Files.newInputStream(file)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    }
  }

  /** The text at a path of elements; empty if there is none. */
  private static String text(Element element, String path) {
    Element at = element;
    for (String name : path.split("/", -1)) {
      Element found = find(at, name);
      if (found == null) {
        return "";
      }
      at = found;
    }
    return at.getTextContent().strip();
  }

  private static Element child(Element element, String name) {
    Element found = find(element, name);
    if (found == null) {
      throw new AssertionError("no " + name);
    }
    return found;
  }

  private static @Nullable Element find(Element element, String name) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && child.getTagName().equals(name)) {
        return child;
      }
    }
    return null;
  }
}
