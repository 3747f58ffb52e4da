/** The columns of results, the folder that they are written to and what it holds already. */
@NullMarked
package io.auricle.spark.output;

import org.jspecify.annotations.NullMarked;
