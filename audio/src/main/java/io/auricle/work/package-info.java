/**
 * Work that several threads share, its results in the order of the items. Imports nothing of the
 * program.
 */
@NullMarked
package io.auricle.work;

import org.jspecify.annotations.NullMarked;
