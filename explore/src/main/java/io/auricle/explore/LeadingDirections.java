package io.auricle.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The first right singular vectors of a matrix. With up to {@value #DIRECT} rows or columns, all
 * are computed from the smaller product of the matrix with itself; beyond that, only the first, by
 * block Krylov iteration (Musco and Musco 2015, arXiv:1504.05477) until they stand still.
 */
final class LeadingDirections {
  private static final int DIRECT = 1000;
  private static final int SPARE = 10;
  private static final int DEPTH = 5;
  private static final int MOST_ROUNDS = 60;
  private static final double STILL = 1e-14;

  private LeadingDirections() {}

  /** The vectors as rows, that of the greatest singular value first. */
  static DMatrixRMaj of(DMatrixRMaj matrix, int count) {
    return of(matrix, count, DIRECT);
  }

  /** As above, with another limit of the direct way. */
  static DMatrixRMaj of(DMatrixRMaj matrix, int count, int direct) {
    DMatrixRMaj directions;
    if (matrix.numCols <= direct) {
      directions = eigenvectors(inner(matrix), count);
    } else if (matrix.numRows <= direct) {
      DMatrixRMaj product = new DMatrixRMaj(matrix.numRows, matrix.numRows);
      CommonOps_DDRM.multOuter(matrix, product);
      directions = product(eigenvectors(product, count), matrix);
    } else {
      directions = krylov(matrix, count);
    }
    for (int c = 0; c < count; c++) {
      normalise(directions, c);
    }
    return directions;
  }

  private static DMatrixRMaj krylov(DMatrixRMaj matrix, int count) {
    int width = Math.min(count + SPARE, Math.min(matrix.numRows, matrix.numCols) / DEPTH);
    Random random = new Random(1);
    DMatrixRMaj block = new DMatrixRMaj(matrix.numCols, width);
    for (int i = 0; i < block.data.length; i++) {
      block.data[i] = random.nextGaussian();
    }
    double before = 0;
    for (int round = 0; ; round++) {
      DMatrixRMaj basis = new DMatrixRMaj(matrix.numCols, width * DEPTH);
      for (int depth = 0; depth < DEPTH; depth++) {
        block = orthonormal(block);
        CommonOps_DDRM.insert(block, basis, 0, depth * width);
        if (depth < DEPTH - 1) {
          DMatrixRMaj image = product(matrix, block);
          block = new DMatrixRMaj(matrix.numCols, width);
          CommonOps_DDRM.multTransA(matrix, image, block);
        }
      }
      basis = orthonormal(basis);
      DMatrixRMaj ritz = eigenvectors(inner(product(matrix, basis)), width);
      block = new DMatrixRMaj(matrix.numCols, width);
      CommonOps_DDRM.multTransB(basis, ritz, block);
      DMatrixRMaj first = CommonOps_DDRM.extract(block, 0, matrix.numCols, 0, count);
      double explained = Math.pow(elementNorm(product(matrix, first)), 2);
      if (explained - before <= STILL * explained || round == MOST_ROUNDS) {
        return CommonOps_DDRM.transpose(first, null);
      }
      before = explained;
    }
  }

  private static double elementNorm(DMatrixRMaj matrix) {
    double squares = 0;
    for (double value : matrix.data) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static DMatrixRMaj orthonormal(DMatrixRMaj block) {
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(block.numRows, block.numCols);
    if (!qr.decompose(block.copy())) {
      throw new IllegalStateException("the orthogonal basis cannot be computed");
    }
    return qr.getQ(null, true);
  }

  private static DMatrixRMaj inner(DMatrixRMaj matrix) {
    DMatrixRMaj product = new DMatrixRMaj(matrix.numCols, matrix.numCols);
    CommonOps_DDRM.multInner(matrix, product);
    return product;
  }

  private static DMatrixRMaj product(DMatrixRMaj left, DMatrixRMaj right) {
    DMatrixRMaj product = new DMatrixRMaj(left.numRows, right.numCols);
    CommonOps_DDRM.mult(left, right, product);
    return product;
  }

  /** Eigenvectors of a symmetric matrix as rows, that of the greatest eigenvalue first. */
  private static DMatrixRMaj eigenvectors(DMatrixRMaj symmetric, int count) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(symmetric.numRows, true, true);
    if (!eigen.decompose(symmetric.copy())) {
      throw new IllegalStateException("the principal components cannot be computed");
    }
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, eigen.getNumberOfEigenvalues()).boxed().toList());
    order.sort(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()));
    DMatrixRMaj vectors = new DMatrixRMaj(count, symmetric.numRows);
    for (int c = 0; c < count; c++) {
      System.arraycopy(
          eigen.getEigenVector(order.get(c)).data,
          0,
          vectors.data,
          c * symmetric.numRows,
          symmetric.numRows);
    }
    return vectors;
  }

  /** Length 1, and the entry of greatest size positive. */
  private static void normalise(DMatrixRMaj directions, int row) {
    int from = row * directions.numCols;
    double squares = 0;
    double largest = 0;
    for (int i = from; i < from + directions.numCols; i++) {
      squares += directions.data[i] * directions.data[i];
      if (Math.abs(directions.data[i]) > Math.abs(largest)) {
        largest = directions.data[i];
      }
    }
    double factor = squares == 0 ? 0 : Math.copySign(1 / Math.sqrt(squares), largest);
    for (int i = from; i < from + directions.numCols; i++) {
      directions.data[i] *= factor;
    }
  }
}
