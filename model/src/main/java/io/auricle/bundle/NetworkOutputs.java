package io.auricle.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which outputs of a network a model reads, where it has several. Models may share one network: a
 * track is then heard once for all of them.
 *
 * @param name of the network, the same in every bundle that reads it
 * @param version of it: only embeddings of the same name and version may be compared
 * @param folder beside the bundle's own, with the {@code model.onnx}; in the bundle itself if left
 *     out
 * @param scores name of the output with the scores, {@code [n, labels]}
 * @param embedding name of that with what it makes of a segment, {@code [n, values]}; none if left
 *     out
 * @param noMusic name of that with the probability that a segment is no music, {@code [n, 1]}; none
 *     if left out
 * @param noMusicFrom from which mean of a track on nothing is given as an answer; 0.5 if left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkOutputs(
    String name,
    String version,
    @Nullable String folder,
    String scores,
    @Nullable String embedding,
    @Nullable String noMusic,
    @Nullable Double noMusicFrom) {
  private static final double EVEN = 0.5;

  public NetworkOutputs {
    Checks.present(name, "network.name");
    Checks.present(version, "network.version");
    Checks.present(scores, "network.scores");
    if (folder != null && !folder.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
      throw new IllegalArgumentException(
          "network.folder=" + folder + " must be a plain name beside the model's folder");
    }
    if (noMusicFrom != null && !(noMusicFrom >= 0 && noMusicFrom <= 1)) {
      throw new IllegalArgumentException(
          "network.noMusicFrom=" + noMusicFrom + " must be in [0, 1]");
    }
  }

  /** From which score on a track is said to be no music. */
  public double noMusicThreshold() {
    return noMusicFrom == null ? EVEN : noMusicFrom;
  }

  /** The same for a bundle with a network of its own. */
  NetworkOutputs own() {
    return new NetworkOutputs(name, version, null, scores, embedding, noMusic, noMusicFrom);
  }
}
