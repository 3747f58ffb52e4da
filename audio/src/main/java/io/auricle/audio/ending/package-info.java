/** Whether a file ends where its own structure says that it ends. */
@NullMarked
package io.auricle.audio.ending;

import org.jspecify.annotations.NullMarked;
