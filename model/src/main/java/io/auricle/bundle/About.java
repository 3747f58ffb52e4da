package io.auricle.bundle;

/**
 * What a person reads about a model.
 *
 * @param name short name, also the folder's: lower-case letters, digits and hyphens
 * @param title one line
 * @param description what the model does and how it was made
 * @param intendedUse what it was made for
 * @param limits what it cannot do and where it errs
 * @param licence of the weights
 */
public record About(
    String name,
    String title,
    String description,
    String intendedUse,
    String limits,
    String licence) {
  public About {
    Checks.present(name, "name");
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "name=" + name + " must be lower-case letters, digits and hyphens");
    }
    Checks.present(title, "title");
    Checks.present(description, "description");
    Checks.present(intendedUse, "intendedUse");
    Checks.present(limits, "limits");
    Checks.present(licence, "licence");
  }
}
