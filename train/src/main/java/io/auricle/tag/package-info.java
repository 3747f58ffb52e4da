/**
 * What learning any number of tags a track needs beside a model: cleaning up tags, drawing rare
 * ones more often, and weighing them. Knows no audio; may import {@code network} for its messages.
 */
@NullMarked
package io.auricle.tag;

import org.jspecify.annotations.NullMarked;
