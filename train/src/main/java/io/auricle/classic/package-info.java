/**
 * Classical classifiers: trained by Tribuo, written as plain ONNX operators so that prediction
 * needs ONNX Runtime alone. The only package that sees {@code org.tribuo}.
 */
@NullMarked
package io.auricle.classic;

import org.jspecify.annotations.NullMarked;
