/**
 * Numbers on disk: feature tables as CSV, arrays as {@code .npy}, the published mel pictures. May
 * import {@code dataset} and {@code label}.
 */
@NullMarked
package io.auricle.dataset.table;

import org.jspecify.annotations.NullMarked;
