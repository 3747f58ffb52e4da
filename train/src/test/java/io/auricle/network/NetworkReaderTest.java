package io.auricle.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.shape.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conv3d: 4 | line 4: unknown layer conv3d; did you mean conv1d?",
        "relou | line 4: unknown layer relou; did you mean relu?",
        "conv2d: {filtres: 4} | line 4: there is no key conv2d.filtres; did you mean filters?",
        "conv2d: {filters: 4, kernal: 3} | there is no key conv2d.kernal; did you mean kernel?",
        "conv2d: {filters: four} | line 4: conv2d.filters=four must be a whole number",
        "conv2d: {filters: 0} | line 4: conv2d.filters=0 must be above 0",
        "conv2d: {filters: 4, kernel: [3, 3, 3]} | kernel=[3, 3, 3] must have 2 sizes",
        "conv2d: {filters: 4, padding: sane} | must be one of [valid, same]; did you mean same?",
        "conv2d: {filters: 4, filters: 5} | line 4: key filters must be given once",
        "dropout: 1.5 | line 4: dropout.rate=1.5 must be in [0, 1)",
        "relu: 3 | line 4: relu must stand without a value",
        "max-pool: 20 | line 4: layer max-pool-1: window [20, 20] must fit into the input 1x8x9",
        "dense: 3 | line 4: layer dense-1: input 1x8x9 must be a vector for dense 3",
        "relu | the last layer gives 1x8x9, which must be a vector",
        "branches: {paths: [[relu], [tanh]]} | line 4: paths must be named",
        "branches: {paths: {a: [relu]}} | line 4: branches.paths=1 must be two or more",
        "branches: {paths: {a: [relu], b: [flatten]}} | paths a and b end in 1x8x9 and 72",
        "residual: [{conv2d: 2}] | layers end in 2x6x7 and shortcut in 1x8x9",
        "residual: &a [{residual: *a}] | does an alias contain itself?",
        "dense: -1 | line 4: dense.units=-1 must be above 0",
        "conv2d: {filters: 2, stride: 0} | stride=[0, 0] must have as many values",
        "conv2d: {filters: 2, kernel: 200000} | must be one or two sizes in [1, 100000]",
        "conv2d: {filters: 2, l2: .inf} | line 4: conv2d.l2=.inf must be a number",
        "conv2d: {filters: 2, l2: Infinity} | l2=Infinity must be 0 or more",
        "conv2d: {filters: 2000000000} | line 4: layer conv2d-1: input 1x8x9: shape=[2000000000, 6,"
            + " 7]",
        "gru: {units: 0} | line 4: gru.units=0 must be above 0",
        "gru: {units: 4, direction: both} | there is no key gru.direction; did you mean"
            + " directions?",
        "lstm: {units: 4, returns: lost} | must be one of [last, sequence]; did you mean last?",
        "gru: {units: 1000000000} | line 4: layer gru-1: input 1x8x9: shape=[1, 1000000000, 9]",
        "gru: {units: 100000} | line 4: layer gru-1: input 1x8x9: shape=[300000, 100000] must hold"
            + " at",
        "layer-norm: 0 | line 4: layer-norm.epsilon=0 must be above 0",
        "relu: {name: a.b} | line 4: relu: layer name=a.b must be made of letters",
        "relu: {name: scores} | line 4: layer name=scores must be none of",
        "branches: {paths: {a: [relu], a: [relu]}} | line 4: key a must be given once",
        "branches: {paths: {'': [relu], b: [relu]}} | path name= must be made of letters",
        "residual: [normalise] | line 4: normalise must be the first layer of the network",
        "dense: {units: 3, init: glorot} | line 4: dense.init=glorot must be one of [pytorch,"
            + " glorot-uniform, he, orthogonal]; did you mean",
        "relu: {init: he} | line 4: there is no key relu.init",
        "reshape: [3, 3] | input 1x8x9 (72 values) must have as many values as 3x3 (9)",
      })
  void faultsAreNamed(String layer, String message) {
    assertRefused("name: faulty\ninput: [1, 8, 9]\nlayers:\n  - %s\n".formatted(layer), message);
  }

  @Test
  void equalNamesAreRefusedWithTheLine() {
    assertRefused(
        "name: a\ninput: [3]\nlayers:\n  - relu: {name: b}\n  - tanh: {name: b}\n",
        "line 5: layer name=b must be used once");
  }

  @Test
  void aliasesOfAliasesAreCounted() {
    StringBuilder text = new StringBuilder("name: a\ninput: [3]\nlayers:\n");
    text.append("  - residual: &a [%s relu]\n".formatted("relu, ".repeat(3000)));
    text.append("  - residual: [{residual: *a}, {residual: *a}, {residual: *a}]\n");
    assertRefused(text.toString(), "line 4: a network must have at most 10000 layers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | line 4: heads must have one head at least",
        "[a, b] | line 4: heads must be named",
        "{a: {target: labels, weight: 1}} | line 4: heads.a.output is missing; it must be one of"
            + " [softmax, sigmoid, linear]",
        "{a: {output: linear, weight: 1}} | line 4: heads.a.target is missing",
        "{a: {output: linear, target: input}} | line 4: heads.a.weight is missing; it must be a"
            + " number",
        "{a: {output: linear, target: input, weight: 0}} | weight=0.0 of head a must be above 0",
        "{a: {output: linear, target: inptu, weight: 1}} | did you mean input?",
        "{a: {outptu: linear}} | line 4: there is no key heads.a.outptu; did you mean output?",
        "{a: {output: softmax, target: input, weight: 1}} | must be linear or sigmoid",
        "{a: {output: linear, target: input, weight: 1, layers: [{dense: 2}]}} | the input's 3",
        "{A: {output: linear, target: input, weight: 1}} | head=A must be a name of lower-case",
        "{input: {output: linear, target: input, weight: 1}} | head=input must be a name",
        "{relu-1: {output: linear, target: input, weight: 1}} | must have a name that no other",
        "{a: {output: linear, target: input, weight: 1, layers: [normalise]}} | line 4: normalise",
      })
  void faultsOfHeadsAreNamed(String heads, String message) {
    assertRefused("name: a\ninput: [3]\nlayers: [relu]\nheads: %s\n".formatted(heads), message);
  }

  @Test
  void outputBesideHeadsIsRefused() {
    assertRefused(
        """
        name: a
        input: [3]
        output: linear
        layers: [relu]
        heads: {a: {output: linear, target: input, weight: 1}}
        """,
        "line 3: output must stand in each head");
  }

  @Test
  void trunkMayEndInAnImage() {
    NetworkSpec network =
        NetworkReader.read(
            """
            name: a
            input: [1, 4, 5]
            layers: [relu]
            heads:
              copy: {output: sigmoid, target: input, weight: 1}
              tags: {output: sigmoid, target: labels, weight: 2, layers: [flatten, {dense: classes}]}
            """,
            6);
    assertEquals(TensorShape.of(1, 4, 5), network.outputShape(network.heads().get(0)));
    assertEquals(6, network.outputs());
    assertEquals(Output.SIGMOID, network.output());
  }

  private static void assertRefused(String text, String message) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> NetworkReader.read(text, 3));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }

  @Test
  void unknownTopLevelKeyIsNamed() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> NetworkReader.read("name: a\ninputs: [3]\nlayers: [{dense: 2}]", 2));
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith("line 2: there is no key inputs; did you mean input?"),
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"'',the file is empty", "'a: [',not YAML", "'input: [3]',line 1: name is missing"})
  void textThatIsNoNetworkIsRefused(String text, String message) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> NetworkReader.read(text, 2));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }

  @Test
  void samePaddingGivesCeilOfSizeByStride() {
    NetworkSpec network =
        NetworkReader.read(
            """
            name: same
            input: [1, 7, 10]
            layers:
              - max-pool: {size: [2, 5], stride: 2, padding: same}
              - conv2d: {filters: 3, kernel: 4, padding: same}
              - flatten
            """,
            2);
    NetworkSummary summary = NetworkSummary.of(network);
    assertEquals(TensorShape.of(1, 4, 5), summary.rows().get(1).output());
    assertEquals(TensorShape.of(3, 4, 5), summary.rows().get(2).output());
  }
}
