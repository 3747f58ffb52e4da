/**
 * Where results go and how they are written: whole lines, each when it is ready, and what happens
 * if nobody takes them; options of tables, names of files. Imports nothing of {@code cli}.
 */
@NullMarked
package io.auricle.cli.output;

import org.jspecify.annotations.NullMarked;
