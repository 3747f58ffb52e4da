package io.auricle.distill.sound;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A sound file and what is known of it.
 *
 * @param name of its source and its own
 * @param file where it is
 * @param group sounds of which short ones may follow each other: its folder
 * @param weight how often it is drawn, relative to others of its length
 * @param heldOut whether nothing is learned from it
 * @param labels by head
 */
public record FoundSound(
    String name,
    Path file,
    String group,
    double weight,
    boolean heldOut,
    Map<String, List<String>> labels) {}
