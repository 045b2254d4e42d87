/** Tests of vLLM's own benchmarks as a second opinion. */
@NullMarked
package io.kanoa.thorgate.engine.vllm.bench;

import org.jspecify.annotations.NullMarked;
