/**
 * What goes out and how: whole lines, each when it is ready, and what happens if nobody takes them;
 * messages, progress, codes of exit; tables; files of results and their names. Imports nothing of
 * {@code cli}.
 */
@NullMarked
package io.auricle.cli.output;

import org.jspecify.annotations.NullMarked;
