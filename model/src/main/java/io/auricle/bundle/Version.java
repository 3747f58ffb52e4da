package io.auricle.bundle;

import org.jspecify.annotations.Nullable;

/** The version of the program, from the manifest of its jar. */
public final class Version {
  private Version() {}

  /** For instance {@code auricle 0.1.0}; {@code auricle (development)} outside a jar. */
  public static String program() {
    @Nullable String version = Version.class.getPackage().getImplementationVersion();
    return "auricle " + (version == null ? "(development)" : version);
  }

  /**
   * The number alone as people say it, for instance {@code 0.1.0}, without what marks a build on
   * the way to it; {@code development} outside a jar.
   */
  public static String number() {
    @Nullable String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : plain(version);
  }

  static String plain(String version) {
    return version.replaceFirst("-SNAPSHOT$", "");
  }
}
