/** The command that looks at the program itself. */
@NullMarked
package io.auricle.cli.doctor;

import org.jspecify.annotations.NullMarked;
