package io.auricle.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A named constant of a node. */
public final class OnnxAttribute {
  private final AttributeProto proto;

  private OnnxAttribute(AttributeProto.Builder builder) {
    this.proto = builder.build();
  }

  public static OnnxAttribute of(String name, long value) {
    return new OnnxAttribute(typed(name, AttributeProto.AttributeType.INT).setI(value));
  }

  public static OnnxAttribute of(String name, float value) {
    return new OnnxAttribute(typed(name, AttributeProto.AttributeType.FLOAT).setF(value));
  }

  public static OnnxAttribute of(String name, String value) {
    return new OnnxAttribute(
        typed(name, AttributeProto.AttributeType.STRING)
            .setS(ByteString.copyFrom(value, StandardCharsets.UTF_8)));
  }

  public static OnnxAttribute ints(String name, List<Integer> values) {
    AttributeProto.Builder builder = typed(name, AttributeProto.AttributeType.INTS);
    values.forEach(builder::addInts);
    return new OnnxAttribute(builder);
  }

  public static OnnxAttribute longs(String name, long... values) {
    AttributeProto.Builder builder = typed(name, AttributeProto.AttributeType.INTS);
    for (long value : values) {
      builder.addInts(value);
    }
    return new OnnxAttribute(builder);
  }

  public static OnnxAttribute floats(String name, float... values) {
    AttributeProto.Builder builder = typed(name, AttributeProto.AttributeType.FLOATS);
    for (float value : values) {
      builder.addFloats(value);
    }
    return new OnnxAttribute(builder);
  }

  public static OnnxAttribute strings(String name, List<String> values) {
    AttributeProto.Builder builder = typed(name, AttributeProto.AttributeType.STRINGS);
    values.forEach(value -> builder.addStrings(ByteString.copyFrom(value, StandardCharsets.UTF_8)));
    return new OnnxAttribute(builder);
  }

  AttributeProto proto() {
    return proto;
  }

  private static AttributeProto.Builder typed(String name, AttributeProto.AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
