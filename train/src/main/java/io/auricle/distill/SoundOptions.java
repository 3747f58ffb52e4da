package io.auricle.distill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.experiment.SplitOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sound to listen to.
 *
 * @param dataset name in the catalogue of data sets; all audio files below the path if left out
 * @param target under which the data set's tracks are found, as in other experiments; its first if
 *     left out. Tracks without labels of it are not heard
 * @param path folder
 * @param split of a data set: the training part is learned from, the validation part held out, the
 *     test part not heard, as what is in no part; all is learned from if left out
 * @param leaveOut other splits of the data set, whose test parts are not heard either
 * @param weight how often its sounds are drawn relative to others'; 1 if left out
 * @param labels of a data set: for heads that learn labels the target that they are found under,
 *     see {@code auricle dataset info}; none if left out
 * @param renames the data set's labels in the experiment's words; those not listed stay as they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SoundOptions(
    @Nullable String dataset,
    @Nullable String target,
    String path,
    @Nullable SplitOptions split,
    List<SplitOptions> leaveOut,
    Double weight,
    Map<String, String> labels,
    Map<String, String> renames) {
  public SoundOptions {
    Distillation.require(path, "path");
    leaveOut = leaveOut == null ? List.of() : List.copyOf(leaveOut);
    labels = labels == null ? Map.of() : new LinkedHashMap<>(labels);
    renames = renames == null ? Map.of() : new LinkedHashMap<>(renames);
    if (dataset == null && (split != null || !leaveOut.isEmpty() || !labels.isEmpty())) {
      throw new IllegalArgumentException(
          "dataset is missing at path=" + path + ", which has a split or labels");
    }
    weight = weight == null ? 1.0 : weight;
    if (!(weight > 0)) {
      throw new IllegalArgumentException("weight=" + weight + " must be above 0");
    }
  }
}
