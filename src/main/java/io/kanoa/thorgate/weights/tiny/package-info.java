/**
 * Tiny models in each weight format, made by our own code: a Llama of a few layers with random weights, as one GGUF file or as
 * a folder of {@code config.json}, {@code tokenizer.json} and {@code model.safetensors}. They are valid, so an engine that
 * refuses one refuses its format. Start at {@link io.kanoa.thorgate.weights.tiny.FormatSample}.
 */
@NullMarked
package io.kanoa.thorgate.weights.tiny;

import org.jspecify.annotations.NullMarked;
