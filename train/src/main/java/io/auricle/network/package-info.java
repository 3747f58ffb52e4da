/**
 * Networks as data: the sealed layer hierarchy, its YAML form, shape inference, the summary table.
 * Knows no engine.
 */
@NullMarked
package io.auricle.network;

import org.jspecify.annotations.NullMarked;
