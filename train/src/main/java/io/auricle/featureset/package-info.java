/** Feature sets of users, read from YAML. May use network, for its YAML, and feature. */
@NullMarked
package io.auricle.featureset;

import org.jspecify.annotations.NullMarked;
