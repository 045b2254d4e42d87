/**
 * Anything that speaks OpenAI's protocol and runs already, e.g. SGLang, TensorRT-LLM or LM Studio. Start at
 * {@link io.kanoa.thorgate.engine.openai.OpenAiDriver}.
 */
@NullMarked
package io.kanoa.thorgate.engine.openai;

import org.jspecify.annotations.NullMarked;
