package io.auricle.experiment.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.experiment.run.ForkedJvm;
import io.auricle.experiment.source.FeatureCache;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.task.Answer;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.set.MelOptions;
import io.auricle.network.NetworkReader;
import io.auricle.neural.NetworkTrainer;
import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.option.Schedule;
import io.auricle.neural.option.TrainingLength;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features that do not fit in the heap are trained on from their files. */
final class SmallHeapTest {
  private static final int BANDS = 64;
  private static final int FRAMES = 8192;
  private static final int TRACKS = 64;

  /** Trains on so many tracks of two megabytes each, two classes, and says how many bytes. */
  public static final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      InputOptions input =
          new InputOptions(
              new MelOptions(8000, 512, 256, BANDS, -80, 256),
              30,
              16,
              16,
              InputLayout.BANDS_FRAMES);
      List<LabelledTrack> tracks = new ArrayList<>();
      long bytes = 0;
      for (int i = 0; i < TRACKS; i++) {
        Path entry = folder.resolve(i + ".f32");
        FeatureCache.write(entry, List.of(clip(i)));
        bytes += Files.size(entry);
        Part part = i < TRACKS - 4 ? Part.TRAIN : Part.VALIDATION;
        Answer answer = Answer.label(i % 2, 2);
        tracks.add(
            new LabelledTrack(
                "d", "t" + i, "t" + i, part, answer, 1, () -> FeatureCache.read(entry), List.of()));
      }
      List<String> labels = List.of("a", "b");
      TrainingOptions options =
          new TrainingOptions(
              OptimiserOptions.adam(0.01),
              Schedule.constant(),
              new TrainingLength(1, 2, 0),
              8,
              0,
              0,
              AugmentationOptions.none(),
              1);
      String network =
          "{name: n, input: [1, 64, 16], layers: [normalise, flatten, {dense: classes}]}";
      new NetworkTrainer(NetworkReader.read(network, 2), options)
          .train(
              TrackClips.of(of(tracks, Part.TRAIN), labels, 0, input),
              TrackClips.of(of(tracks, Part.VALIDATION), labels, 0, input),
              folder.resolve("checkpoint"),
              metrics -> System.out.println(metrics.validationAccuracy()));
      System.out.println(bytes);
    }

    private static List<LabelledTrack> of(List<LabelledTrack> tracks, Part part) {
      return tracks.stream().filter(track -> track.part() == part).toList();
    }

    private static FeatureMatrix clip(int seed) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] values = new float[FRAMES * BANDS];
      for (int i = 0; i < values.length; i++) {
        values[i] = -40 + 20 * random.nextFloat() + (i % BANDS % 2 == seed % 2 ? 10 : 0);
      }
      return FeatureMatrix.of(FRAMES, BANDS, values);
    }
  }

  @Test
  void twiceTheHeapOfFeaturesIsTrainedOn(@TempDir Path folder)
      throws IOException, InterruptedException {
    Process process = ForkedJvm.start(List.of("-Xmx64m"), Main.class, folder.toString());
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    List<String> lines = output.lines().toList();
    assertEquals(1.0, Double.parseDouble(lines.get(0)), output);
    assertTrue(Long.parseLong(lines.get(1)) > 128L << 20, output);
  }
}
