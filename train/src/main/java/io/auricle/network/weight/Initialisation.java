package io.auricle.network.weight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How the first weights of a layer are drawn. */
public enum Initialisation {
  /**
   * PyTorch's default: matrices and biases within 1 / sqrt(fan-in), recurrent ones of the units.
   */
  PYTORCH,
  /**
   * Within sqrt(6 / (fan-in + fan-out)), biases 0 (Glorot and Bengio 2010). As Keras has it, the
   * state's matrix of a recurrent layer is orthogonal and the bias of an LSTM's forget gate 1.
   */
  GLOROT_UNIFORM,
  /** Within sqrt(6 / fan-in), for ReLU (He et al. 2015); the rest as with Glorot. */
  HE,
  /** Orthogonal matrices; the rest as with Glorot. */
  ORTHOGONAL;

  /** Of a matrix or a kernel. */
  public Initialiser matrix(int fanIn, int fanOut) {
    return switch (this) {
      case PYTORCH -> new Initialiser.Uniform(1 / Math.sqrt(fanIn));
      case GLOROT_UNIFORM -> new Initialiser.Uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
      case HE -> new Initialiser.Uniform(Math.sqrt(6.0 / fanIn));
      case ORTHOGONAL -> new Initialiser.Orthogonal();
    };
  }

  /** Of what is added to the outputs of a matrix. */
  public Initialiser bias(int fanIn) {
    return this == PYTORCH ? matrix(fanIn, 1) : Initialiser.constant(0);
  }

  /** Of the matrix from a recurrent layer's state to its gates. */
  public Initialiser state(int units) {
    return this == PYTORCH ? matrix(units, units) : new Initialiser.Orthogonal();
  }

  /**
   * Of what is added to a recurrent layer's gates.
   *
   * @param open the gate that is to be open at first; -1 for none
   */
  public Initialiser gates(int units, int gates, int open) {
    if (this == PYTORCH || open < 0) {
      return bias(units);
    }
    List<Double> parts = new ArrayList<>(Collections.nCopies(gates, 0.0));
    parts.set(open, 1.0);
    return new Initialiser.Constants(parts);
  }

  /** The word in network files, for instance {@code glorot-uniform}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
