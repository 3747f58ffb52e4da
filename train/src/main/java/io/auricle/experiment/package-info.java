/**
 * What an experiment says, and the folder that its run goes to. Below it lie the tracks it learns
 * from ({@code source}), what becomes of them ({@code trainer}, {@code score}, {@code study}) and
 * the order in which it is done ({@code run}), which may import everything of {@code train}.
 */
@NullMarked
package io.auricle.experiment;

import org.jspecify.annotations.NullMarked;
