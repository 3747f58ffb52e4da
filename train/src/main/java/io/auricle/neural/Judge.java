package io.auricle.neural;

/** Says how good the weights of a training are. */
interface Judge {
  Validation.Result run();
}
