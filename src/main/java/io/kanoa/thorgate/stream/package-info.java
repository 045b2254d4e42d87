/**
 * One streamed answer over HTTP, and when each chunk of it arrived. Start at\n * {@link io.kanoa.thorgate.stream.Timeline}.
 */
@NullMarked
package io.kanoa.thorgate.stream;

import org.jspecify.annotations.NullMarked;
