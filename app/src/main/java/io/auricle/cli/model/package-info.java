/** {@code models}: which models there are and what their cards say. */
@NullMarked
package io.auricle.cli.model;

import org.jspecify.annotations.NullMarked;
