package io.auricle.bundle;

/** What a bundle holds: one model, or several that answer together. */
public sealed interface ModelKind permits SingleModel, Ensemble {}
