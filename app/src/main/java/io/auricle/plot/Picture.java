package io.auricle.plot;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A picture before it is drawn: the field of values and what stands around it.
 *
 * @param title line above
 * @param field the values as an image, drawn over the whole plot, its first row on top
 * @param horizontal axis below
 * @param vertical axis at the left, from below
 * @param scale axis of the colour bar, if colours stand for values
 * @param colours of the colour bar
 */
public record Picture(
    String title,
    BufferedImage field,
    Axis horizontal,
    Axis vertical,
    Optional<Axis> scale,
    ColourMap colours) {}
