package io.kanoa.thorgate.stream;

/**
 * One event of a stream that carries generated text.
 *
 * @param nanos {@link System#nanoTime()} right after the socket read that completed the event
 * @param channel what kind of text
 * @param textLength UTF-16 code units, at least 1
 * @param tokens tokens generated so far in this answer as the engine reports it with the chunk; -1 where it does not
 * @param eventsInRead events that the same socket read completed; they share {@code nanos}
 */
public record Chunk(long nanos, Channel channel, int textLength, int tokens, int eventsInRead) {}
