package io.kanoa.thorgate.engine.database;

/**
 * An index that was built.
 *
 * @param description its method and figures
 * @param nanos that the building statement took
 * @param bytes of the index on disk
 */
public record BuiltIndex(String description, long nanos, long bytes) {}
