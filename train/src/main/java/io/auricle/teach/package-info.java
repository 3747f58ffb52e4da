/** Models of labels of one's own, learned in seconds from a few tracks on a network's embedding. */
@NullMarked
package io.auricle.teach;

import org.jspecify.annotations.NullMarked;
