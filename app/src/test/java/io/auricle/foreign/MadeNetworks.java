package io.auricle.foreign;

import io.auricle.onnx.OnnxAttribute;
import io.auricle.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Small graphs with the inputs and outputs that {@code optimum} gives to models of Hugging Face's
 * Transformers, and the files beside them. Their weights are formulas, which
 * tools/golden/huggingface.py repeats.
 */
public final class MadeNetworks {
  public static final String AST_CONFIG =
      """
      {"_name_or_path": "somebody/tiny-ast", "architectures": ["ASTForAudioClassification"],
       "id2label": {"0": "rock", "1": "jazz", "2": "ska"},
       "label2id": {"jazz": 1, "rock": 0, "ska": 2},
       "max_length": 1024, "model_type": "audio-spectrogram-transformer", "num_mel_bins": 128,
       "problem_type": "single_label_classification"}
      """;

  /** As the one that is published with the weights of AudioSet. */
  public static final String AST_EXTRACTOR =
      """
      {"do_normalize": true, "feature_extractor_type": "ASTFeatureExtractor", "feature_size": 1,
       "max_length": 1024, "mean": -4.2677393, "num_mel_bins": 128, "padding_side": "right",
       "padding_value": 0.0, "return_attention_mask": false, "sampling_rate": 16000,
       "std": 4.5689974}
      """;

  public static final String WAVE_CONFIG =
      """
      {"architectures": ["Wav2Vec2ForSequenceClassification"],
       "conv_kernel": [10, 3, 3, 3, 3, 2, 2], "conv_stride": [5, 2, 2, 2, 2, 2, 2],
       "id2label": {"0": "calm", "1": "tense"}, "label2id": {"calm": "0", "tense": "1"},
       "model_type": "wav2vec2", "problem_type": "multi_label_classification"}
      """;

  public static final String WAVE_EXTRACTOR =
      """
      {"do_normalize": true, "feature_extractor_type": "Wav2Vec2FeatureExtractor",
       "feature_size": 1, "padding_side": "right", "padding_value": 0.0,
       "return_attention_mask": false, "sampling_rate": 16000}
      """;

  private MadeNetworks() {}

  /** The folder of an export: model.onnx and both files. */
  public static Path export(Path folder, byte[] model, String config, String extractor)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), config);
    Files.writeString(folder.resolve("preprocessor_config.json"), extractor);
    return Files.write(folder.resolve("model.onnx"), model);
  }

  /** {@code [n, 1024, 128]} to three logits, each a weighting of all places. */
  public static byte[] ast() {
    OnnxGraph graph = new OnnxGraph("ast");
    graph.input("input_values", List.of(1024, 128));
    int places = 1024 * 128;
    String line = graph.initialiser("line", 0, places);
    graph.node("Reshape", "places", List.of("input_values", line));
    float[] weights = new float[places * 3];
    for (int frame = 0; frame < 1024; frame++) {
      for (int band = 0; band < 128; band++) {
        for (int k = 0; k < 3; k++) {
          double weight = Math.sin(0.01 * (k + 1) * frame + 0.1 * band + k) / 2000;
          weights[(frame * 128 + band) * 3 + k] = (float) weight;
        }
      }
    }
    String matrix = graph.initialiser("weights", List.of(places, 3), weights);
    graph.node("MatMul", "logits", List.of("places", matrix));
    graph.node(
        "ReduceMean",
        "pooler_output",
        List.of("input_values"),
        OnnxAttribute.longs("axes", 1),
        OnnxAttribute.of("keepdims", 0L));
    graph.output("logits", List.of(3));
    graph.output("pooler_output", List.of(128));
    return graph.toBytes();
  }

  /** {@code [n, samples]} through a convolution to two logits of the mean of what it finds. */
  public static byte[] wave() {
    return wave(-1, false);
  }

  /**
   * The same of other inputs.
   *
   * @param samples that it takes, -1 for any
   * @param masked whether it also takes a mask, which is to be of ones
   */
  public static byte[] wave(int samples, boolean masked) {
    OnnxGraph graph = new OnnxGraph("wave");
    graph.input("input_values", List.of(samples));
    String heard = "input_values";
    if (masked) {
      graph.input("attention_mask", List.of(samples));
      heard = graph.node("Mul", "heard", List.of(heard, "attention_mask"));
    }
    graph.node("Unsqueeze", "channel", List.of(heard, graph.initialiser("one", 1L)));
    List<Float> filters = new ArrayList<>();
    for (int channel = 0; channel < 4; channel++) {
      for (int i = 0; i < 10; i++) {
        filters.add((float) Math.cos(0.5 * (channel + 1) * i));
      }
    }
    graph.node(
        "Conv",
        "found",
        List.of("channel", graph.initialiser("filters", List.of(4, 1, 10), floats(filters))),
        OnnxAttribute.longs("strides", 5));
    graph.node("Relu", "hidden_states", List.of("found"));
    graph.node(
        "ReduceMean",
        "mean",
        List.of("hidden_states"),
        OnnxAttribute.longs("axes", 2),
        OnnxAttribute.of("keepdims", 0L));
    float[] weights = {0.5f, -0.5f, -0.25f, 0.75f, 0.3f, -0.2f, -0.6f, 0.4f};
    graph.node(
        "MatMul", "logits", List.of("mean", graph.initialiser("weights", List.of(4, 2), weights)));
    graph.output("logits", List.of(2));
    graph.output("hidden_states", List.of(4, -1));
    return graph.toBytes();
  }

  private static float[] floats(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }
}
