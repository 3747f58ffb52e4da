/**
 * Tables as Parquet. What they hold is what results on Spark have, too; the fields of all such
 * tables stand here, those of its kind where it is made.
 */
@NullMarked
package io.auricle.parquet;

import org.jspecify.annotations.NullMarked;
