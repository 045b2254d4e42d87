package io.kanoa.thorgate.engine.embedded;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a client asks the model for.
 *
 * @param prompt text as it is tokenized, without a template
 * @param maxTokens longest answer; empty for as long as the context allows
 * @param ignoreEnd whether the answer goes on to {@code maxTokens} whatever the model says
 * @param temperature of the sampler; empty for llama.cpp's default
 * @param seed of the sampler; empty for a random one
 */
record Generation(
        String prompt, OptionalInt maxTokens, boolean ignoreEnd, OptionalDouble temperature, OptionalInt seed) {}
