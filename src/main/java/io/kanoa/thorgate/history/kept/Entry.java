package io.kanoa.thorgate.history.kept;

/** One thing in a history. A history only grows, apart from runs that are pruned. */
public sealed interface Entry permits KeptRun, Acknowledgement, Tag {}
