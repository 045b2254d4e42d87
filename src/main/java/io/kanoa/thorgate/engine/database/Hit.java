package io.kanoa.thorgate.engine.database;

/**
 * A passage that a search found.
 *
 * @param id its number
 * @param text as it was stored
 */
public record Hit(int id, String text) {}
