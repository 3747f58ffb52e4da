/**
 * From a file to its classification: the models at hand, how many files at once, how long each may
 * take; the addresses that answer at once.
 */
@NullMarked
package io.auricle.web.analysis;

import org.jspecify.annotations.NullMarked;
