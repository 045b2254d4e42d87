package io.kanoa.thorgate.engine.database;

/**
 * What a reader must know of a database.
 *
 * @param id its key in the plan
 * @param version as it says itself, e.g. {@code PostgreSQL 17.6}; untrusted text
 * @param extension version of pgvector; untrusted text
 * @param place how it came to life: program, image or address, without user and password
 * @param isJudged whether its own speed is
 */
public record DatabaseFacts(String id, String version, String extension, String place, boolean isJudged) {}
