package io.auricle.classic;

/** Whether gradient boosting can be trained here. */
public final class BoostingParts {
  private BoostingParts() {}

  /** Whether XGBoost's library for this platform lies on the class path. */
  public static boolean areInstalled() {
    return BoostingLibrary.resource() != null;
  }
}
