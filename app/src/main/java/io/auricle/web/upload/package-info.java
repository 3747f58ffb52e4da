/**
 * From a request to files in a folder of our own: who gets a place, how much and how slowly may be
 * sent, how the room is shared, what becomes of the files.
 */
@NullMarked
package io.auricle.web.upload;

import org.jspecify.annotations.NullMarked;
