/** What the program says of itself: completion for shells, pages of the manual, hints. */
@NullMarked
package io.auricle.cli.help;

import org.jspecify.annotations.NullMarked;
