/**
 * What an experiment with teachers says: a network learns from others what they make of sound that
 * need have no labels. May import {@code experiment}.
 */
@NullMarked
package io.auricle.distill;

import org.jspecify.annotations.NullMarked;
