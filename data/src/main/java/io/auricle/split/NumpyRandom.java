package io.auricle.split;

/**
 * The random numbers of NumPy's {@code RandomState}: Mersenne Twister MT19937 (Matsumoto and
 * Nishimura 1998, doi:10.1145/272991.272995), so that splits of others can be made again.
 */
final class NumpyRandom {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  /**
   * @param seed its low 32 bits count
   */
  NumpyRandom(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** 32 bits. */
  private int bits() {
    if (next == SIZE) {
      twist();
      next = 0;
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
  }

  /** A number from 0 to {@code most}, drawn anew while it is above. */
  private int interval(int most) {
    if (most == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(most);
    int value = bits() & mask;
    while (value > most) {
      value = bits() & mask;
    }
    return value;
  }

  /** The numbers below {@code count} in a random order, as {@code permutation(count)}. */
  int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int i = count - 1; i > 0; i--) {
      int other = interval(i);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
    return order;
  }
}
