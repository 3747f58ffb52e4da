/** The data sets that the program knows, and lists and folders of one's own. */
@NullMarked
package io.auricle.dataset.known;

import org.jspecify.annotations.NullMarked;
