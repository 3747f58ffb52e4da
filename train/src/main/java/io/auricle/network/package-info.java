/**
 * Networks as data: their YAML form, the catalogue of those that come along, the summary table, and
 * what training leaves of them. Knows no engine; may import {@code network.layer} and {@code yaml}.
 */
@NullMarked
package io.auricle.network;

import org.jspecify.annotations.NullMarked;
