package io.auricle.distill.sound;

import io.auricle.audio.Signal;
import java.util.List;
import java.util.Map;

/**
 * The sound of a lesson.
 *
 * @param signal what is heard
 * @param labels by head, of a sound that is alone; none of mixtures
 */
public record Piece(Signal signal, Map<String, List<String>> labels) {}
