/** The published tables of the studies that Auricle implements, measured again with one command. */
@NullMarked
package io.auricle.reproduce;

import org.jspecify.annotations.NullMarked;
