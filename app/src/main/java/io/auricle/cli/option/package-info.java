/** Options that commands of several subjects share, and what their words mean. */
@NullMarked
package io.auricle.cli.option;

import org.jspecify.annotations.NullMarked;
