/** Looks at the program and the machine it runs on, and says what is not as it should be. */
@NullMarked
package io.auricle.doctor;

import org.jspecify.annotations.NullMarked;
