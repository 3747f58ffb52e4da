/** {@code dataset} and {@code split}: what is in a collection and how it is divided. */
@NullMarked
package io.auricle.cli.data;

import org.jspecify.annotations.NullMarked;
