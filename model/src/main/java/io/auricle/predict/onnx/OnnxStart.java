package io.auricle.predict.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * Starts ONNX Runtime with libraries of a folder, step by step as its own {@code OnnxRuntime.init}
 * does, but for two: it makes no temporary folder, which that does in any case and leaves behind
 * when it is killed, and it takes the folder from here instead of a property of the whole JVM,
 * which would count for every class loader in it.
 *
 * <p>These steps are not public. Where they are not as expected, {@link #isPossible} says so before
 * anything is done, and ONNX Runtime starts in its own way.
 */
final class OnnxStart {
  /** ORT_API_VERSION_14, which its classes ask for. */
  private static final int API_VERSION = 14;

  private static final @Nullable OnnxStart STEPS = find();

  private final Field loaded;
  private final Field folder;
  private final Field api;
  private final Field trainingApi;
  private final Field training;
  private final Field providers;
  private final Field version;
  private final Method load;
  private final Method initApi;
  private final Method initTrainingApi;
  private final Method initProviders;
  private final Method initVersion;

  private OnnxStart(Class<?> runtime) throws ReflectiveOperationException {
    this.loaded = field(runtime, "loaded", boolean.class);
    this.folder = field(runtime, "libraryDirPathProperty", String.class);
    this.api = field(runtime, "ortApiHandle", long.class);
    this.trainingApi = field(runtime, "ortTrainingApiHandle", long.class);
    this.training = field(runtime, "trainingEnabled", boolean.class);
    this.providers = field(runtime, "providers", EnumSet.class);
    this.version = field(runtime, "version", String.class);
    this.load = method(runtime, "load", String.class);
    this.initApi = method(runtime, "initialiseAPIBase", int.class);
    this.initTrainingApi = method(runtime, "initialiseTrainingAPIBase", long.class, int.class);
    this.initProviders = method(runtime, "initialiseProviders", long.class);
    this.initVersion = method(runtime, "initialiseVersion");
  }

  private static @Nullable OnnxStart find() {
    try {
      return new OnnxStart(
          Class.forName("ai.onnxruntime.OnnxRuntime", true, OrtEnvironment.class.getClassLoader()));
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return null;
    }
  }

  private static Field field(Class<?> runtime, String name, Class<?> type)
      throws ReflectiveOperationException {
    Field field = runtime.getDeclaredField(name);
    if (field.getType() != type) {
      throw new NoSuchFieldException(name);
    }
    field.setAccessible(true);
    return field;
  }

  private static Method method(Class<?> runtime, String name, Class<?>... types)
      throws ReflectiveOperationException {
    Method method = runtime.getDeclaredMethod(name, types);
    method.setAccessible(true);
    return method;
  }

  static boolean isPossible() {
    return STEPS != null;
  }

  /**
   * Loads the libraries and starts ONNX Runtime, if that was not done yet.
   *
   * @throws UnsatisfiedLinkError if a library does not load
   */
  static void from(Path folder) {
    OnnxStart steps = STEPS;
    if (steps == null) {
      throw new IllegalStateException("ONNX Runtime is not as expected");
    }
    try {
      synchronized (steps.loaded.getDeclaringClass()) {
        if (!steps.loaded.getBoolean(null)) {
          steps.run(folder.toAbsolutePath().toString());
        }
      }
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof UnsatisfiedLinkError error) {
        throw error;
      }
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String path) throws InvocationTargetException, IllegalAccessException {
    folder.set(null, path);
    load.invoke(null, "onnxruntime");
    load.invoke(null, "onnxruntime4j_jni");
    long handle = (long) initApi.invoke(null, API_VERSION);
    if (handle == 0) {
      throw new IllegalStateException("its classes and its libraries are of different versions");
    }
    api.setLong(null, handle);
    long trainingHandle = (long) initTrainingApi.invoke(null, handle, API_VERSION);
    trainingApi.setLong(null, trainingHandle);
    training.setBoolean(null, trainingHandle != 0);
    providers.set(null, initProviders.invoke(null, handle));
    version.set(null, initVersion.invoke(null));
    loaded.setBoolean(null, true);
  }
}
