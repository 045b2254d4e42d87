package io.kanoa.thorgate.stream;

import java.util.List;
import java.util.Optional;

/**
 * When each part of one answer arrived. All times are {@link System#nanoTime()}; -1 is "did not happen".
 *
 * @param scheduledNanos when the request was due; open loops are judged from here
 * @param connectedNanos when the connection in use was established, normally long before {@code sentNanos}
 * @param sentNanos right before the first byte of the request was written
 * @param firstByteNanos after the read that brought the first byte of the response body
 * @param chunks that carry generated text, in order of arrival
 * @param finishReason as the server gives it, or empty
 * @param usage token counts; the last report wins
 * @param usageNanos when the last usage report arrived
 * @param engineTimings the engine's own view, or empty
 * @param closedNanos when the response was read to its end or given up
 * @param outcome how it ended
 * @param text of all channels, only where it was asked for; untrusted
 */
public record Timeline(
        long scheduledNanos,
        long connectedNanos,
        long sentNanos,
        long firstByteNanos,
        List<Chunk> chunks,
        String finishReason,
        Usage usage,
        long usageNanos,
        Optional<EngineTimings> engineTimings,
        long closedNanos,
        Outcome outcome,
        String text) {

    public Timeline {
        chunks = List.copyOf(chunks);
    }

    /** Arrival of the first chunk of any channel, or -1. */
    public long firstChunkNanos() {
        return chunks.isEmpty() ? -1 : chunks.get(0).nanos();
    }

    /** Arrival of the last chunk of any channel, which is the end of the request; or -1. */
    public long lastChunkNanos() {
        return chunks.isEmpty() ? -1 : chunks.get(chunks.size() - 1).nanos();
    }
}
