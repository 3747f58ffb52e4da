/**
 * The web server put together: its parts and its addresses. May import {@code classify}, {@code
 * plot}, {@code report} and packages of {@code model} and below.
 */
@NullMarked
package io.auricle.web;

import org.jspecify.annotations.NullMarked;
