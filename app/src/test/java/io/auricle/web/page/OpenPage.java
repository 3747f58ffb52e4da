package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link Page} with storage of its own, and the {@link Site} that it is of: one
 * browser and one server for all classes that ask so. Whatever was done with the page, its console
 * has no complaint afterwards, and nobody else was asked for anything.
 */
final class OpenPage implements BeforeEachCallback, ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(OpenPage.class);

  /** Skips the test where there is no browser; later it could only fail. */
  @Override
  public void beforeEach(ExtensionContext context) {
    site(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Page.class || type == Site.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Site site = site(context);
    if (parameter.getParameter().getType() == Site.class) {
      return site;
    }
    try {
      Page page = site.open();
      context.getStore(NAMESPACE).put(Page.class, page);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The site of the whole run; the store closes it in the end. */
  private static Site site(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    return store.getOrComputeIfAbsent(
        Site.class,
        key -> {
          try {
            return Site.start("genre");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        Site.class);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Page page = context.getStore(NAMESPACE).remove(Page.class, Page.class);
    if (page == null) {
      return;
    }
    List<String> problems = page.problems();
    List<String> requests = page.requests();
    page.close();
    assertEquals(List.of(), problems);
    String address = site(context).address();
    assertEquals(
        List.of(),
        requests.stream()
            .filter(url -> !url.startsWith(address) && !url.startsWith("blob:"))
            .toList());
  }
}
