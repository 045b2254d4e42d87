/**
 * Models on Ollama, through its own API: a server that we run, or a service that runs already. Start at
 * {@link io.kanoa.thorgate.engine.ollama.OllamaEngine}.
 */
@NullMarked
package io.kanoa.thorgate.engine.ollama;

import org.jspecify.annotations.NullMarked;
