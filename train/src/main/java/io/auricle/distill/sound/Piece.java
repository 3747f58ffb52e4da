package io.auricle.distill.sound;

import io.auricle.audio.Signal;
import java.util.List;
import java.util.Map;

/**
 * The sound of a lesson.
 *
 * @param signal what teachers hear
 * @param worse the same in worse sound, which the network hears; often the very same
 * @param labels by head, of a sound that is alone; none of mixtures
 */
public record Piece(Signal signal, Signal worse, Map<String, List<String>> labels) {}
