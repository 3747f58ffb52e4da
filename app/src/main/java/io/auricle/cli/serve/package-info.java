/** {@code serve}: how the web server is started and told to end. */
@NullMarked
package io.auricle.cli.serve;

import org.jspecify.annotations.NullMarked;
