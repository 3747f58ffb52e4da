/** What files a catalogue has, where their bytes lie and which task gets which of them. */
@NullMarked
package io.auricle.spark.input;

import org.jspecify.annotations.NullMarked;
