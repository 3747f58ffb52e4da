/** Whether the server is well, for those who run it: self-check, figures, log of faults. */
@NullMarked
package io.auricle.web.health;

import org.jspecify.annotations.NullMarked;
