package io.auricle.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a person reads about a model.
 *
 * @param name short name, also the folder's: lower-case letters, digits and hyphens
 * @param title one line
 * @param description what the model does and how it was made
 * @param intendedUse what it was made for
 * @param limits what it cannot do and where it errs
 * @param licence of the weights
 * @param origin who made a model that was not trained here, and where it is found; empty otherwise
 */
public record About(
    String name,
    String title,
    String description,
    String intendedUse,
    String limits,
    String licence,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String origin) {
  /** The same by another name. */
  About named(String other) {
    return new About(other, title, description, intendedUse, limits, licence, origin);
  }

  /** Whether a text may be a model's name: lower-case letters, digits and hyphens. */
  public static boolean isName(String text) {
    return text.matches("[a-z0-9][a-z0-9-]*");
  }

  /** Of a model that was made here. */
  public About(
      String name,
      String title,
      String description,
      String intendedUse,
      String limits,
      String licence) {
    this(name, title, description, intendedUse, limits, licence, "");
  }

  public About {
    Checks.present(name, "name");
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "name=" + name + " must be lower-case letters, digits and hyphens");
    }
    Checks.present(title, "title");
    Checks.present(description, "description");
    Checks.present(intendedUse, "intendedUse");
    Checks.present(limits, "limits");
    Checks.present(licence, "licence");
    origin = origin == null ? "" : origin;
  }
}
