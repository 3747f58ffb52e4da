package io.auricle.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.auricle.network.Tensor;
import io.auricle.network.shape.TensorShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The weights of a network that {@link NetworkExporter} wrote, by their names there. */
public final class OnnxWeights {
  private OnnxWeights() {}

  /**
   * All constants of 32 bits or 16 that are no single numbers.
   *
   * @param onnx bytes of an {@code .onnx} file
   * @throws IllegalArgumentException if they are none
   */
  public static Map<String, Tensor> of(byte[] onnx) {
    try {
      Map<String, Tensor> weights = new LinkedHashMap<>();
      for (TensorProto constant : ModelProto.parseFrom(onnx).getGraph().getInitializerList()) {
        boolean half = constant.getDataType() == TensorProto.DataType.FLOAT16_VALUE;
        if (constant.getDimsCount() > 0
            && (half || constant.getDataType() == TensorProto.DataType.FLOAT_VALUE)) {
          int[] sizes = constant.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
          Tensor values = Tensor.wrap(TensorShape.of(sizes), values(constant, half));
          weights.put(HalfWeights.nameOf(constant.getName()), values);
        }
      }
      return weights;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not an ONNX model: " + e.getMessage(), e);
    }
  }

  private static float[] values(TensorProto constant, boolean half) {
    ByteBuffer raw = constant.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    boolean listed = constant.getRawData().isEmpty();
    int width = half ? Short.BYTES : Float.BYTES;
    float[] values = new float[listed ? constant.getFloatDataCount() : raw.remaining() / width];
    for (int i = 0; i < values.length; i++) {
      if (half) {
        values[i] = HalfWeights.whole(raw.getShort());
      } else {
        values[i] = listed ? constant.getFloatData(i) : raw.getFloat();
      }
    }
    return values;
  }
}
