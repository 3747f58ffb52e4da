package io.auricle.neural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** What {@code tools/golden/training.py} recorded from PyTorch. */
public final class TrainingGolden {
  private TrainingGolden() {}

  static JsonNode read() throws IOException {
    try (InputStream in = TrainingGolden.class.getResourceAsStream("/golden/training.json")) {
      return JsonMapper.builder().build().readTree(in);
    }
  }

  static float[] floats(JsonNode list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) list.get(i).asDouble();
    }
    return values;
  }
}
