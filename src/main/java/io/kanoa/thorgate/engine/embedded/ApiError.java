package io.kanoa.thorgate.engine.embedded;

/** A request that is refused, with the HTTP status that says so. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    private ApiError(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static ApiError badRequest(String message) {
        return new ApiError(400, "invalid_request_error", message);
    }

    static ApiError contextExceeded(String message) {
        return new ApiError(400, "exceed_context_size_error", message);
    }

    static ApiError notFound(String message) {
        return new ApiError(404, "not_found_error", message);
    }

    static ApiError wrongMethod(String message) {
        return new ApiError(405, "invalid_request_error", message);
    }

    static ApiError tooLarge(String message) {
        return new ApiError(413, "invalid_request_error", message);
    }

    static ApiError internal(String message) {
        return new ApiError(500, "server_error", message);
    }

    static ApiError loading() {
        return new ApiError(503, "unavailable_error", "The model is being loaded");
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }
}
