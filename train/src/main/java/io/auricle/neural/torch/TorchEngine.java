package io.auricle.neural.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.auricle.cache.ForeignFolders;
import io.auricle.cache.TrainingParts;
import io.auricle.cache.UserCache;
import io.auricle.neural.option.ComputeDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** PyTorch behind DJL, started with the options that training wants and never from the network. */
public final class TorchEngine {
  /**
   * Threads inside an operation. Sums are taken in another order with another number, so a number
   * that follows the machine's cores would give other weights on each machine; two is what every
   * machine has, and more gain little on networks of this size.
   */
  private static final int THREADS = 2;

  private static final String THREADS_PROPERTY = "ai.djl.pytorch.num_threads";
  private static final String CACHE = "DJL_CACHE_DIR";

  private static @Nullable Engine started;

  private TorchEngine() {}

  /**
   * What a training ran on.
   *
   * @param djl version
   * @param pytorch version
   * @param device for instance {@code cpu()}
   * @param threads inside an operation
   */
  public record Description(String djl, String pytorch, String device, int threads) {}

  /** The engine as it runs here on a device; starts it. */
  public static Description description(ComputeDevice device) {
    Engine engine = start();
    return new Description(
        Engine.getDjlVersion(),
        engine.getVersion(),
        device.on(engine).toString(),
        JniUtils.getNumThreads());
  }

  /** Whether PyTorch's libraries lie on the class path, or the user names a folder with them. */
  public static boolean isInstalled() {
    return TorchEngine.class.getClassLoader().getResource("native/lib/pytorch.properties") != null
        || System.getenv("PYTORCH_LIBRARY_PATH") != null
        || System.getProperty("PYTORCH_LIBRARY_PATH") != null;
  }

  /**
   * Whether its convolutions and LSTMs keep to SSE 4.1 here, about three times slower, because the
   * machine hides the processor's caches from it.
   */
  public static boolean isHeldBack() {
    return HiddenCaches.areAvoided(System.getenv(), Path.of("/"));
  }

  /**
   * The engine. Options count at its first start in a process only.
   *
   * <p>Threads inside an operation are two unless the system property {@value #THREADS_PROPERTY}
   * says otherwise. Native parts are unpacked to {@link UserCache} unless {@value #CACHE} (a system
   * property or in the environment) names another folder; those that are damaged are unpacked
   * again.
   *
   * @throws UncheckedIOException in one line, if PyTorch is not here or there is no place to unpack
   *     it to
   */
  public static synchronized Engine start() {
    Engine engine = started;
    if (engine == null) {
      if (!isInstalled()) {
        throw new UncheckedIOException(
            new IOException(
                "training networks needs PyTorch, which is not here; " + TrainingParts.ADVICE));
      }
      setIfAbsent("ai.djl.offline", "true");
      setIfAbsent("ai.djl.pytorch.graph_optimizer", "false");
      setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
      setIfAbsent(THREADS_PROPERTY, Integer.toString(THREADS));
      HiddenCaches.avoid();
      try {
        engine = System.getenv(CACHE) == null ? startFromCache() : Engine.getEngine("PyTorch");
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
      started = engine;
    }
    return engine;
  }

  private static Engine startFromCache() throws IOException {
    String chosen = System.getProperty(CACHE);
    Path cache = chosen == null ? UserCache.path().resolve("djl") : Path.of(chosen);
    System.setProperty(CACHE, cache.toString());
    Path folders = cache.resolve("pytorch");
    ForeignFolders.removeDamaged(folders);
    Engine engine = Engine.getEngine("PyTorch");
    try {
      ForeignFolders.seal(folders);
    } catch (IOException e) {
      // A cache that cannot be written is used as it is.
    }
    return engine;
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
