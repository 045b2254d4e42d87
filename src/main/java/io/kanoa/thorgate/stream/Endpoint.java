package io.kanoa.thorgate.stream;

import java.net.URI;

/**
 * Where a served model is spoken to.
 *
 * @param base scheme, host and port, e.g. {@code http://127.0.0.1:8000}
 * @param dialect the protocol that requests are spoken in
 * @param model the name that the server knows the model by
 */
public record Endpoint(URI base, Dialect dialect, String model) {}
