package io.auricle.spark.work;

import io.auricle.audio.ffmpeg.FfmpegExecutable;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.Bundles;
import io.auricle.bundle.UnknownModelException;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.JointClassifier;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkFiles;

/**
 * The models of this process, loaded by the first task that needs them and shared by all: tasks are
 * threads, each scores on its own, and no model uses threads beside them. They end with the
 * process; the only state that outlives a task.
 */
public final class ExecutorModels {
  private static final Map<List<String>, JointClassifier> LOADED = new HashMap<>();

  private static boolean hasDecoder;

  private ExecutorModels() {}

  /**
   * The models of these names.
   *
   * @param meters learn of it when they are loaded
   * @throws IOException if one is not here or does not load, or there is no decoder: that is no
   *     fault of a file, so the task has to fail
   */
  static synchronized JointClassifier of(List<String> names, Meters meters) throws IOException {
    JointClassifier loaded = LOADED.get(names);
    if (loaded == null) {
      requireDecoder();
      List<Classifier> models = new ArrayList<>();
      for (String name : names) {
        models.add(Classifiers.load(bundle(name)));
      }
      loaded = new JointClassifier(models);
      LOADED.put(names, loaded);
      meters.started().add(1);
    }
    return loaded;
  }

  /**
   * Unpacks FFmpeg if need be.
   *
   * @throws IOException if that is not possible
   */
  static synchronized void requireDecoder() throws IOException {
    if (!hasDecoder) {
      FfmpegExecutable.find();
      hasDecoder = true;
    }
  }

  /**
   * The model of a name: one that comes along, a folder, or a folder or archive that was handed to
   * Spark with {@code --files} or {@code --archives}.
   *
   * @throws UnknownModelException if there is none
   */
  public static Bundle bundle(String name) throws IOException {
    try {
      return Bundles.find(name);
    } catch (UnknownModelException e) {
      Path sent = Path.of(SparkFiles.getRootDirectory()).resolve(name);
      if (new File(sent.toString(), "card.json").isFile()) {
        return Bundle.read(sent);
      }
      throw e;
    }
  }
}
