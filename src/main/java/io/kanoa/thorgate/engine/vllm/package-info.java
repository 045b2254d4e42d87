/**
 * vLLM: one {@code vllm serve} for each serving, or one that runs already, and its own metrics beside ours. Start at
 * {@link io.kanoa.thorgate.engine.vllm.VllmDriver}.
 */
@NullMarked
package io.kanoa.thorgate.engine.vllm;

import org.jspecify.annotations.NullMarked;
