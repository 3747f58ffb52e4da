package io.auricle.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one must know of a data set before using it. The cards of known ones are text files, one a
 * data set.
 *
 * @param name by which commands know it: lower case letters, digits and hyphens
 * @param title in words
 * @param source where it comes from and who may use it
 * @param tree the files that are expected, as shown to the user
 * @param targets what its tracks can be labelled with, at least one; the first is the default
 * @param splits its published splits by name, each with what it is
 * @param counts published counts to compare with, as {@code genre.tracks}, {@code genre.tags} and,
 *     for the tags in published splits, {@code genre.split-tags}
 * @param faults what is known to be wrong with it
 */
public record DatasetCard(
    String name,
    String title,
    DatasetSource source,
    String tree,
    List<Target> targets,
    Map<String, String> splits,
    Map<String, Integer> counts,
    KnownFaults faults) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public DatasetCard {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name=" + name + " must be of lower case letters, digits and hyphens");
    }
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("targets=[] must be at least one");
    }
    splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
    counts = Map.copyOf(counts);
  }

  /**
   * The target of a name; behind an at sign another threshold may stand: {@code emotions@0.4}.
   *
   * @param spelling as given by the user, or null for the first target
   * @throws IllegalArgumentException if there is none, naming those there are, or the threshold is
   *     not one
   */
  public Target target(@Nullable String spelling) {
    if (spelling == null) {
      return targets.get(0);
    }
    int at = spelling.indexOf(Target.AT);
    String wanted = at < 0 ? spelling : spelling.substring(0, at);
    Target target =
        targets.stream()
            .filter(known -> known.name().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "target=%s must be one of %s of the data set %s"
                            .formatted(wanted, targets.stream().map(Target::name).toList(), name)));
    if (at < 0) {
      return target;
    }
    String threshold = spelling.substring(at + 1);
    try {
      return target.at(Double.parseDouble(threshold));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "target=%s must end in a number, such as %s@0.25".formatted(spelling, wanted), e);
    }
  }
}
