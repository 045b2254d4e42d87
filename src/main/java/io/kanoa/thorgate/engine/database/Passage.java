package io.kanoa.thorgate.engine.database;

/**
 * A piece of text as it is stored.
 *
 * @param embedding its vector; not copied, so it must not be changed
 */
public record Passage(float[] embedding, String text) {}
