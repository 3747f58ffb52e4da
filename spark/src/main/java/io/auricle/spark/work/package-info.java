/** What executors do with the files of a partition, and what they count. */
@NullMarked
package io.auricle.spark.work;

import org.jspecify.annotations.NullMarked;
