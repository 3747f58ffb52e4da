/** {@code features} and {@code picture}: features and pictures of sounds as files. */
@NullMarked
package io.auricle.cli.feature;

import org.jspecify.annotations.NullMarked;
