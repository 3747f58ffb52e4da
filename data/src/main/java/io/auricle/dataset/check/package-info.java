/** What is wrong with a data set as it lies on the disk. */
@NullMarked
package io.auricle.dataset.check;

import org.jspecify.annotations.NullMarked;
