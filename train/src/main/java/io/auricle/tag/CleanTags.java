package io.auricle.tag;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tags of a collection after a clean-up.
 *
 * @param cleanUp what was done
 * @param before number of tracks of each tag before
 * @param after number of tracks of each tag that is left
 * @param rare tags left out because of too few tracks
 * @param absent tags that were to be dropped or merged and are not there
 */
public record CleanTags(
    TagCleanUp cleanUp,
    Map<String, Integer> before,
    Map<String, Integer> after,
    List<String> rare,
    List<String> absent) {
  public CleanTags {
    before = Collections.unmodifiableMap(new TreeMap<>(before));
    after = Collections.unmodifiableMap(new TreeMap<>(after));
    rare = List.copyOf(rare);
    absent = List.copyOf(absent);
  }

  /** The tags that are left, in the order of their names. */
  public List<String> tags() {
    return List.copyOf(after.keySet());
  }

  /** What is left of the tags of one track; maybe none. */
  public Set<String> of(Set<String> tags) {
    Set<String> left = cleanUp.merged(tags);
    left.retainAll(after.keySet());
    return left;
  }
}
