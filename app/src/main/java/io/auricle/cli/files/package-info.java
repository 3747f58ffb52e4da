/**
 * Which files a command line means: words, folders, lists, standard input. May import {@code file}
 * and {@code audio}.
 */
@NullMarked
package io.auricle.cli.files;

import org.jspecify.annotations.NullMarked;
