package io.kanoa.thorgate.stream;

import io.kanoa.thorgate.secret.ApiKey;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where a served model is spoken to.
 *
 * @param base scheme, host and port, e.g. {@code http://127.0.0.1:8000}
 * @param dialect the protocol that requests are spoken in
 * @param model the name that the server knows the model by
 * @param options that every request names, in dialects that have them, e.g. {@code num_ctx} of Ollama; a request that named
 *     others would make the server load the model anew
 * @param apiKey shown with every request, if the server wants one
 */
public record Endpoint(URI base, Dialect dialect, String model, Map<String, Integer> options, Optional<ApiKey> apiKey) {

    public Endpoint {
        options = Map.copyOf(options);
    }

    /** An endpoint that wants no key. */
    public Endpoint(URI base, Dialect dialect, String model, Map<String, Integer> options) {
        this(base, dialect, model, options, Optional.empty());
    }

    /** An endpoint whose requests name no options, and that wants no key. */
    public Endpoint(URI base, Dialect dialect, String model) {
        this(base, dialect, model, Map.of());
    }

    /** The same with a key, if there is one. */
    public Endpoint with(Optional<ApiKey> key) {
        return new Endpoint(base, dialect, model, options, key);
    }
}
