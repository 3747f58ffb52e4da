/** Pictures of numbers: curves, bars, points, matrices. May import {@code plot} alone. */
@NullMarked
package io.auricle.plot.chart;

import org.jspecify.annotations.NullMarked;
