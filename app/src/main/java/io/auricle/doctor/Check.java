package io.auricle.doctor;

/**
 * Something that is looked at.
 *
 * @param name one word
 * @param look at it
 */
record Check(String name, Look look) {

  /** Looks; whatever it throws is a fault. */
  @FunctionalInterface
  interface Look {
    PartFinding at() throws Exception;
  }
}
