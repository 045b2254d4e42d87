package io.kanoa.thorgate.history.kept;

/**
 * A name for a run. Several runs may have the same name, and are an anchor together. Tagged runs are never pruned.
 *
 * @param name e.g. {@code v1.2}
 * @param run id of the run
 * @param time of naming it, ISO 8601 in UTC
 */
public record Tag(String name, String run, String time) implements Entry {}
