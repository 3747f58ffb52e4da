package io.auricle.dsp.fft;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Decides which kernel transforms run on. Code of the Vector API is slow until it is compiled,
 * which costs more than the transforms of many files; so work begins in plain Java, and once there
 * has been enough of it a thread in the background runs the vector kernel until it is the faster
 * one. As the kernels' results are equal, nobody notices the change.
 *
 * <p>The system property {@code auricle.fft} may say {@code plain} or {@code vector} instead of
 * {@code auto}; {@code vector} begins with it at once and needs {@code --add-modules
 * jdk.incubator.vector}.
 */
final class FftKernelChoice {
  /** About 80 clips of 30 seconds, whose saving would be half of what the warm-up costs. */
  private static final long FRAMES_BEFORE_WARM_UP = 100_000;

  private volatile FftKernel kernel;
  private final @Nullable FftKernel faster;
  private final AtomicLong framesLeft;

  /**
   * @param kernel what runs first
   * @param faster what takes over, or null
   * @param framesBeforeWarmUp the frames after which the other one is prepared
   */
  FftKernelChoice(FftKernel kernel, @Nullable FftKernel faster, long framesBeforeWarmUp) {
    this.kernel = kernel;
    this.faster = faster;
    this.framesLeft = new AtomicLong(framesBeforeWarmUp);
  }

  static FftKernelChoice always(FftKernel kernel) {
    return new FftKernelChoice(kernel, null, 0);
  }

  /** The choice that all transforms of the process share. */
  static FftKernelChoice shared() {
    return Shared.CHOICE;
  }

  /** The kernel for the next {@code frames} frames. */
  FftKernel forFrames(int frames) {
    if (faster != null && framesLeft.get() > 0 && framesLeft.addAndGet(-frames) <= 0) {
      Thread thread = new Thread(() -> warmUp(kernel, faster), "auricle-fft-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
    return kernel;
  }

  private void warmUp(FftKernel slow, FftKernel fast) {
    RealFft slowFft = RealFft.ofLength(2048, always(slow));
    RealFft fastFft = RealFft.ofLength(2048, always(fast));
    float[] frames = noise(8 * 2048);
    int wins = 0;
    for (int round = 0; round < 5_000; round++) {
      wins = nanos(fastFft, frames) < nanos(slowFft, frames) ? wins + 1 : 0;
      if (wins == 20) {
        kernel = fast;
        return;
      }
    }
  }

  private static long nanos(RealFft fft, float[] frames) {
    int count = frames.length / fft.length();
    float[] real = new float[count * fft.bins()];
    float[] imaginary = new float[count * fft.bins()];
    long start = System.nanoTime();
    fft.forward(frames, count, real, imaginary);
    return System.nanoTime() - start;
  }

  private static float[] noise(int length) {
    Random random = new Random(1);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }

  /**
   * The vector kernel, or nothing where the JVM has not loaded its module or lacks wide vectors.
   */
  static Optional<FftKernel> vectorKernel() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Class.forName("io.auricle.dsp.fft.VectorFftKernel")
              .asSubclass(FftKernel.class)
              .getDeclaredConstructor()
              .newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static final class Shared {
    static final FftKernelChoice CHOICE = choose(System.getProperty("auricle.fft", "auto"));

    private static FftKernelChoice choose(String name) {
      FftKernel vector = name.equals("plain") ? null : vectorKernel().orElse(null);
      return vector != null && name.equals("vector")
          ? always(vector)
          : new FftKernelChoice(new PlainFftKernel(), vector, FRAMES_BEFORE_WARM_UP);
    }
  }
}
