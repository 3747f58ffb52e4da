package io.auricle.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.feature.FeatureMatrix;
import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.network.TrainedNetwork;
import io.auricle.neural.batch.ClipSource;
import io.auricle.neural.batch.SegmentLayout;
import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.ComputeDevice;
import io.auricle.neural.option.Criterion;
import io.auricle.neural.option.LevelChanges;
import io.auricle.neural.option.Masks;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.option.Schedule;
import io.auricle.neural.option.TrainingLength;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.neural.torch.LiveWeights;
import io.auricle.onnx.ExportCheck;
import io.auricle.onnx.NetworkExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTrainerTest {
  private static final NetworkSpec NETWORK =
      NetworkReader.read(
          """
          name: tiny
          input: [1, 12, 16]
          layers:
            - normalise
            - conv2d: {filters: 4, kernel: 3, padding: same, bias: false}
            - batch-norm
            - relu
            - max-pool: 2
            - spatial-dropout: 0.1
            - global-pool: {kind: [avg, max], over: time}
            - flatten
            - dropout: 0.2
            - dense: {units: classes, l2: 0.0001}
          """,
          3);
  private static final AugmentationOptions AUGMENTATION =
      new AugmentationOptions(
          new LevelChanges(-80, 0, 2, 3, 0.1, 1), new Masks(1, 2, 4, 0.1, 8, 1), 0.2);

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  private Path folder;

  private final ClipSource training = new BandClips(30, 12, 1);
  private final ClipSource validation = new BandClips(12, 12, 2);

  @Test
  void learnsWhichBandsAreLoud() throws IOException {
    List<EpochMetrics> epochs = new ArrayList<>();
    train(options(12, 5), folder, epochs);
    assertEquals(12, epochs.size());
    assertTrue(epochs.get(11).validationAccuracy() > 0.9, epochs.toString());
    assertTrue(epochs.get(11).loss() < epochs.get(0).loss(), epochs.toString());
  }

  @Test
  void exportGivesTheScoresOfTheEngine() throws IOException {
    TrainedNetwork trained = train(options(2, 5), folder, new ArrayList<>());
    float[] inputs = new float[3 * 12 * 16];
    SegmentLayout layout = SegmentLayout.of(NETWORK.input(), false);
    for (int i = 0; i < 3; i++) {
      layout.cut(validation.clip(i), 0, 1, inputs, i * layout.count());
    }
    try (NetworkPredictor predictor = NetworkPredictor.of(trained)) {
      float[] scores = predictor.predict(inputs, 3);
      ExportCheck.require(NetworkExporter.export(trained), NETWORK.input().sizes(), inputs, scores);
    }
  }

  @Test
  void sameSeedGivesTheSameWeights() throws IOException {
    TrainedNetwork first = train(options(2, 5), folder.resolve("a"), new ArrayList<>());
    TrainedNetwork second = train(options(2, 5), folder.resolve("b"), new ArrayList<>());
    TrainedNetwork other = train(options(2, 6), folder.resolve("c"), new ArrayList<>());
    assertSameWeights(first, second);
    assertFalse(
        Arrays.equals(
            first.weight("dense-1.weight").toArray(), other.weight("dense-1.weight").toArray()));
  }

  @Test
  void resumedTrainingEqualsTheUninterrupted() throws IOException {
    TrainedNetwork whole = train(options(4, 5), folder.resolve("a"), new ArrayList<>());
    EpochListener killer =
        metrics -> {
          if (metrics.epoch() == 2) {
            throw new IllegalStateException("killed");
          }
        };
    NetworkTrainer trainer = new NetworkTrainer(NETWORK, options(4, 5));
    Path cut = folder.resolve("b");
    assertThrows(
        IllegalStateException.class, () -> trainer.train(training, validation, cut, killer));
    List<EpochMetrics> rest = new ArrayList<>();
    TrainedNetwork resumed = train(options(4, 5), cut, rest);
    assertEquals(List.of(3, 4), rest.stream().map(EpochMetrics::epoch).toList());
    assertSameWeights(whole, resumed);
  }

  @Test
  void anEpochIsMeasuredBeforeItIsSaved() throws IOException {
    Path last = folder.resolve("last.safetensors");
    List<String> order = new ArrayList<>();
    EpochListener listener =
        new EpochListener() {
          @Override
          public void epochMeasured(EpochMetrics metrics) {
            order.add("measured " + metrics.epoch() + " " + Files.exists(last));
          }

          @Override
          public void epochEnded(EpochMetrics metrics) {
            order.add("ended " + metrics.epoch() + " " + Files.exists(last));
          }
        };
    new NetworkTrainer(NETWORK, options(1, 5)).train(training, validation, folder, listener);
    assertEquals(List.of("measured 1 false", "ended 1 true"), order);
  }

  @Test
  void resumingWithOtherOptionsIsRefused() throws IOException {
    train(options(1, 5), folder, new ArrayList<>());
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> train(options(1, 6), folder, new ArrayList<>()));
    assertTrue(String.valueOf(e.getMessage()).contains("another options"), e.getMessage());
  }

  @Test
  void patienceEndsTheTraining() throws IOException {
    TrainingOptions still =
        new TrainingOptions(
            OptimiserOptions.adam(1e-12),
            Schedule.constant(),
            new TrainingLength(50, 1, 2),
            10,
            0,
            0,
            AugmentationOptions.none(),
            5);
    List<EpochMetrics> epochs = new ArrayList<>();
    train(still, folder, epochs);
    assertTrue(epochs.size() < 50, "epochs=" + epochs.size());
  }

  @Test
  void infiniteLossNamesEpochAndStep() {
    ClipSource broken =
        new ClipSource() {
          @Override
          public int size() {
            return training.size();
          }

          @Override
          public List<String> classes() {
            return training.classes();
          }

          @Override
          public FeatureMatrix clip(int index) {
            float[] values = training.clip(index).toArray();
            values[0] = Float.NaN;
            return FeatureMatrix.of(values.length / 12, 12, values);
          }

          @Override
          public int label(int index) {
            return training.label(index);
          }
        };
    NetworkTrainer trainer = new NetworkTrainer(NETWORK, options(2, 5));
    Exception e =
        assertThrows(
            TrainingException.class,
            () -> trainer.train(broken, validation, folder, metrics -> {}));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("loss=NaN in epoch 1, step 1 of 6"),
        e.getMessage());
  }

  @Test
  void checkpointThatCannotBeWrittenNamesTheLastGoodOne() {
    List<EpochMetrics> epochs = new ArrayList<>();
    EpochListener blocker =
        metrics -> {
          epochs.add(metrics);
          // Stands where the next checkpoint is written, as a full disk would.
          assertTrue(folder.resolve("last.safetensors.part").toFile().mkdir());
        };
    Exception e =
        assertThrows(
            IOException.class,
            () ->
                new NetworkTrainer(NETWORK, options(3, 5))
                    .train(training, validation, folder, blocker));
    assertEquals(1, epochs.size());
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains("after epoch 2"), message);
    assertTrue(message.contains("the last good checkpoint is that of epoch 1"), message);
  }

  @Test
  void corruptCheckpointIsRefused() throws IOException {
    train(options(1, 5), folder, new ArrayList<>());
    Path last = folder.resolve("last.safetensors");
    byte[] bytes = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(bytes, bytes.length / 2));
    Exception cut =
        assertThrows(IOException.class, () -> train(options(2, 5), folder, new ArrayList<>()));
    assertTrue(String.valueOf(cut.getMessage()).contains(last.toString()), cut.getMessage());
    Files.writeString(last, "something else entirely");
    Exception foreign =
        assertThrows(IOException.class, () -> train(options(2, 5), folder, new ArrayList<>()));
    assertTrue(
        String.valueOf(foreign.getMessage()).contains(last.toString()), foreign.getMessage());
  }

  @Test
  void layersMayHaveOptimisersOfTheirOwn() throws IOException {
    Map<String, OptimiserOptions> still =
        Map.of("conv*", new OptimiserOptions(OptimiserOptions.Kind.SGD, 1e-30, 0, 0));
    TrainingOptions common = options(1, 5);
    TrainingOptions own =
        new TrainingOptions(
            common.optimiser(),
            still,
            common.schedule(),
            common.length(),
            common.batchSize(),
            0,
            List.of(),
            List.of(),
            0,
            TrainingOptions.TagLoss.BINARY,
            0,
            common.augmentation(),
            5);
    TrainedNetwork trained = train(own, folder.resolve("own"), new ArrayList<>());
    TrainedNetwork before;
    try (LiveWeights first = LiveWeights.initialised(NETWORK, Seeds.of(5, 0), ComputeDevice.CPU)) {
      before = new TrainedNetwork(NETWORK, training.classes(), first.snapshot());
    }
    assertArrayEquals(
        before.weight("conv2d-1.weight").toArray(), trained.weight("conv2d-1.weight").toArray());
    assertFalse(
        Arrays.equals(
            before.weight("dense-1.weight").toArray(), trained.weight("dense-1.weight").toArray()));
  }

  @Test
  void autoencoderLearnsToGiveItsInputBack() throws IOException {
    NetworkSpec network =
        NetworkReader.read(
            """
            name: back
            input: [12]
            layers: [normalise, {dense: 4}]
            heads:
              back: {output: linear, target: input, weight: 1, layers: [{dense: 12}]}
            """,
            3);
    TrainingOptions options =
        new TrainingOptions(
            OptimiserOptions.adam(0.5),
            Schedule.constant(),
            new TrainingLength(8, 4, 0, Criterion.LOSS),
            10,
            0,
            0,
            AugmentationOptions.none(),
            5);
    List<EpochMetrics> epochs = new ArrayList<>();
    new NetworkTrainer(network, options).train(training, validation, folder, epochs::add);
    assertTrue(
        epochs.get(7).validationLoss() < 0.5 * epochs.get(0).validationLoss(), epochs.toString());
    TrainingOptions byAccuracy = options(1, 5);
    assertThrows(IllegalArgumentException.class, () -> new NetworkTrainer(network, byAccuracy));
  }

  @Test
  void tagsAreLearnedBySigmoids() throws IOException {
    NetworkSpec network =
        NetworkReader.read(NETWORK.source().replace("layers:", "output: sigmoid\nlayers:"), 3);
    TrainingOptions options = options(12, 5);
    List<EpochMetrics> epochs = new ArrayList<>();
    new NetworkTrainer(network, options).train(training, validation, folder, epochs::add);
    assertTrue(epochs.get(11).validationAuc() > 0.95, epochs.toString());
  }

  @Test
  void framesFirstNetworkLearnsAsMuch() throws IOException {
    NetworkSpec network =
        NetworkReader.read("{name: rows, input: [8, 12], layers: [flatten, {dense: classes}]}", 3);
    ClipSource rows = new FramesFirst(training);
    TrainedNetwork trained =
        new NetworkTrainer(network, options(1, 5))
            .train(rows, new FramesFirst(validation), folder, metrics -> {});
    try (NetworkPredictor predictor = NetworkPredictor.of(trained)) {
      float[] segment = predictor.firstSegments(rows, 1);
      float[] expected = new float[8 * 12];
      training.clip(0).copyTo(0, 8, expected, 0);
      assertArrayEquals(expected, segment);
    }
  }

  /** Clips whose network takes them frame after frame. */
  private record FramesFirst(ClipSource clips) implements ClipSource {
    @Override
    public int size() {
      return clips.size();
    }

    @Override
    public List<String> classes() {
      return clips.classes();
    }

    @Override
    public FeatureMatrix clip(int index) {
      return clips.clip(index);
    }

    @Override
    public int label(int index) {
      return clips.label(index);
    }

    @Override
    public boolean framesFirst() {
      return true;
    }
  }

  private static TrainingOptions options(int epochs, long seed) {
    return new TrainingOptions(
        OptimiserOptions.adamW(0.02, 0.001),
        new Schedule(Schedule.Kind.COSINE, 0.1),
        new TrainingLength(epochs, 2, 0),
        10,
        0.1,
        5,
        AUGMENTATION,
        seed);
  }

  private TrainedNetwork train(TrainingOptions options, Path to, List<EpochMetrics> epochs)
      throws IOException {
    return new NetworkTrainer(NETWORK, options).train(training, validation, to, epochs::add);
  }

  private static void assertSameWeights(TrainedNetwork first, TrainedNetwork second) {
    first
        .weights()
        .forEach(
            (name, values) ->
                assertArrayEquals(values.toArray(), second.weight(name).toArray(), name));
  }
}
