package io.auricle.cache;

/** What training needs and a download without it lacks: PyTorch and XGBoost. */
public final class TrainingParts {
  /** What to do where they are missing. */
  public static final String ADVICE =
      "unpack the download for training of the same version (auricle-...-training-....zip) beside"
          + " the program's folder";

  private TrainingParts() {}
}
