package io.auricle.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Constants of 32 bits kept in 16, each behind a cast that ONNX Runtime computes once, when it
 * loads the model: the file is half as large and predicts as fast.
 */
final class HalfWeights {
  private static final float LARGEST = 65_504;
  private static final String HALF = ".half";

  private HalfWeights() {}

  /**
   * The graph with smaller constants.
   *
   * @param from the least number of values of a constant that is changed
   */
  static GraphProto of(GraphProto graph, long from) {
    GraphProto.Builder smaller = graph.toBuilder().clearInitializer().clearNode();
    for (TensorProto constant : graph.getInitializerList()) {
      if (constant.getDataType() != TensorProto.DataType.FLOAT_VALUE || count(constant) < from) {
        smaller.addInitializer(constant);
        continue;
      }
      String half = constant.getName() + HALF;
      smaller.addInitializer(half(constant).setName(half));
      smaller.addNode(
          NodeProto.newBuilder()
              .setOpType("Cast")
              .setName(constant.getName() + ".cast")
              .addInput(half)
              .addOutput(constant.getName())
              .addAttribute(
                  AttributeProto.newBuilder()
                      .setName("to")
                      .setType(AttributeProto.AttributeType.INT)
                      .setI(TensorProto.DataType.FLOAT_VALUE)));
    }
    return smaller.addAllNode(graph.getNodeList()).build();
  }

  private static long count(TensorProto constant) {
    return constant.getDimsList().stream().reduce(1L, (a, b) -> a * b);
  }

  private static TensorProto.Builder half(TensorProto constant) {
    int count = Math.toIntExact(count(constant));
    ByteBuffer values = constant.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    boolean raw = !constant.getRawData().isEmpty();
    ByteBuffer halves = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      halves.putShort(half(raw ? values.getFloat() : constant.getFloatData(i)));
    }
    return TensorProto.newBuilder()
        .setDataType(TensorProto.DataType.FLOAT16_VALUE)
        .addAllDims(constant.getDimsList())
        .setRawData(ByteString.copyFrom(halves.flip()));
  }

  /** What a constant was called before it was made smaller. */
  static String nameOf(String constant) {
    return constant.endsWith(HALF)
        ? constant.substring(0, constant.length() - HALF.length())
        : constant;
  }

  /** The number that 16 bits stand for (IEEE 754), but for infinities and what is no number. */
  static float whole(short half) {
    float sign = half < 0 ? -1 : 1;
    int exponent = (half >>> 10) & 0x1f;
    int fraction = half & 0x3ff;
    return exponent == 0
        ? sign * fraction * 0x1p-24f
        : sign * Float.intBitsToFloat(((exponent + 112) << 23) | (fraction << 13));
  }

  /** The nearest number of 16 bits (IEEE 754), to even between two, the largest for larger ones. */
  static short half(float value) {
    int sign = (Float.floatToRawIntBits(value) >>> 16) & 0x8000;
    float size = Math.min(Math.abs(value), LARGEST);
    if (size < 0x1p-14f) {
      // Steps of 2^-24; the largest of them rounds up to the first normal number by itself.
      return (short) (sign | (int) Math.rint(size * 0x1p24));
    }
    int bits = Float.floatToRawIntBits(size);
    int odd = (bits >>> 13) & 1;
    int rounded = (bits + 0xfff + odd) >>> 13;
    return (short) (sign | (rounded - (112 << 10)));
  }
}
