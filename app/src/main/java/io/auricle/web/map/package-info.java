/** All songs of a library in a plane, so that what sounds alike lies together. Knows no HTTP. */
@NullMarked
package io.auricle.web.map;

import org.jspecify.annotations.NullMarked;
