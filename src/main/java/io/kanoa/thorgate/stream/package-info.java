/**
 * One streamed answer over HTTP, and when each chunk of it arrived.
 *
 * <p>Start at {@link io.kanoa.thorgate.stream.StreamClient}, which sends a
 * {@link io.kanoa.thorgate.stream.GenerationRequest} and gives a {@link io.kanoa.thorgate.stream.Timeline}. The way of
 * the bytes: {@code StampingSocket} (time), {@code LineSplitter} and {@code SseFramer} or {@code NdjsonFramer} (events),
 * {@code EventDecoder} (JSON), {@code Answer} and {@code ChunkRecorder} (the timeline).
 */
@NullMarked
package io.kanoa.thorgate.stream;

import org.jspecify.annotations.NullMarked;
