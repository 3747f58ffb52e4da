/**
 * How a network is trained, as experiments say it: records and enums that only check themselves.
 */
@NullMarked
package io.auricle.neural.option;

import org.jspecify.annotations.NullMarked;
