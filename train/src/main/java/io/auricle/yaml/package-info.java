/**
 * YAML whose faults name file, line and the nearest valid word; whoever reads files of users may
 * import it. Imports nothing of the program.
 */
@NullMarked
package io.auricle.yaml;

import org.jspecify.annotations.NullMarked;
