package io.kanoa.thorgate.secret;

/**
 * What a server wants to be shown with each request. Never shown to anybody else.
 *
 * @param value as the server knows it
 */
public record ApiKey(String value) {

    /** The name of the header that {@link #authorization()} is the value of. */
    public static final String HEADER = "Authorization";

    /** As a bearer token, RFC 6750. */
    public String authorization() {
        return "Bearer " + value;
    }

    /** Without its value. */
    @Override
    public String toString() {
        return Secrets.HIDDEN;
    }
}
