/**
 * vLLM's own benchmarks as a second opinion: the same engine and the same shape of work, measured by another client. Start at
 * {@link io.kanoa.thorgate.engine.vllm.bench.VllmBenchmarks}.
 */
@NullMarked
package io.kanoa.thorgate.engine.vllm.bench;

import org.jspecify.annotations.NullMarked;
