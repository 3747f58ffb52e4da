/** Writing ONNX graphs from networks and classical models. */
@NullMarked
package io.auricle.onnx;

import org.jspecify.annotations.NullMarked;
