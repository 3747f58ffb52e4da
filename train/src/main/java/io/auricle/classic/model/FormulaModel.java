package io.auricle.classic.model;

/** A model that writes itself as a formula, alone or as a part of another. */
public interface FormulaModel extends ClassicModel {
  /** Number of columns of the vectors. */
  int columnCount();

  /** Adds the scores {@code [n, labels]} to a graph; gives their name. */
  String write(OnnxFormula formula);

  @Override
  default byte[] toOnnx() {
    OnnxFormula formula = new OnnxFormula(columnCount());
    return formula.toModel(write(formula), labels().size());
  }
}
