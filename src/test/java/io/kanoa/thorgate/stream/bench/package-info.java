/**
 * Benchmarks of the streaming client: {@link io.kanoa.thorgate.stream.bench.LoadBenchmark} (over sockets, beside a bare
 * reader) and {@link io.kanoa.thorgate.stream.bench.ParseBenchmark} (JMH).
 */
@NullMarked
package io.kanoa.thorgate.stream.bench;

import org.jspecify.annotations.NullMarked;
