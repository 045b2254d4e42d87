package io.kanoa.thorgate.stream;

import java.net.URI;
import java.util.Map;

/**
 * Where a served model is spoken to.
 *
 * @param base scheme, host and port, e.g. {@code http://127.0.0.1:8000}
 * @param dialect the protocol that requests are spoken in
 * @param model the name that the server knows the model by
 * @param options that every request names, in dialects that have them, e.g. {@code num_ctx} of Ollama; a request that named
 *     others would make the server load the model anew
 */
public record Endpoint(URI base, Dialect dialect, String model, Map<String, Integer> options) {

    public Endpoint {
        options = Map.copyOf(options);
    }

    /** An endpoint whose requests name no options. */
    public Endpoint(URI base, Dialect dialect, String model) {
        this(base, dialect, model, Map.of());
    }
}
