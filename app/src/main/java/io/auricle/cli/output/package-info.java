/** Where results go: whole lines, each when it is ready, and what happens if nobody takes them. */
@NullMarked
package io.auricle.cli.output;

import org.jspecify.annotations.NullMarked;
