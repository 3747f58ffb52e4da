/**
 * What every picture is made of: canvases for PNG and SVG, axes, colours, marks. Knows neither
 * sounds nor tables.
 */
@NullMarked
package io.auricle.plot;

import org.jspecify.annotations.NullMarked;
