/** Reports of evaluations as single HTML files. May import {@code core} packages only. */
@NullMarked
package io.auricle.report;

import org.jspecify.annotations.NullMarked;
