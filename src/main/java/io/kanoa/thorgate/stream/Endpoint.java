package io.kanoa.thorgate.stream;

import java.net.URI;
import java.util.OptionalInt;

/**
 * Where a served model is spoken to.
 *
 * @param base scheme, host and port, e.g. {@code http://127.0.0.1:8000}
 * @param dialect the protocol that requests are spoken in
 * @param model the name that the server knows the model by
 * @param context most tokens of prompt and answer that every request names, in dialects that have it ({@code num_ctx}); a
 *     request that named another would make the server load the model anew
 */
public record Endpoint(URI base, Dialect dialect, String model, OptionalInt context) {

    /** An endpoint whose requests name no context. */
    public Endpoint(URI base, Dialect dialect, String model) {
        this(base, dialect, model, OptionalInt.empty());
    }
}
