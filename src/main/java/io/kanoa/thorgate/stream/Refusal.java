package io.kanoa.thorgate.stream;

import io.kanoa.thorgate.stream.Outcome.Kind;
import java.io.IOException;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A response that is no stream: another status than 200, or a body that cannot be read as one. */
final class Refusal {

    private final Dialect dialect;
    private final Response response;

    Refusal(Dialect dialect, Response response) {
        this.dialect = dialect;
        this.response = response;
    }

    boolean applies() {
        return response.code() != 200 || isEncoded() || isPlainJson();
    }

    /** What was answered instead, with the first bytes of the body. */
    Outcome outcome() {
        if (response.code() != 200) {
            return new Outcome(Kind.REFUSED, "HTTP " + response.code() + " " + response.message() + ": " + body());
        }
        if (isEncoded()) {
            return new Outcome(Kind.MALFORMED, "content encoding was not asked for: " + header("Content-Encoding"));
        }
        return new Outcome(Kind.MALFORMED, "a JSON document instead of an event stream: " + body());
    }

    private boolean isEncoded() {
        String encoding = header("Content-Encoding");
        return !encoding.isEmpty() && !encoding.equalsIgnoreCase("identity");
    }

    private boolean isPlainJson() {
        boolean wantsEvents = dialect == Dialect.OPENAI_CHAT || dialect == Dialect.OPENAI_COMPLETIONS;
        return wantsEvents && header("Content-Type").startsWith("application/json");
    }

    private String header(String name) {
        @Nullable String value = response.header(name);
        return value == null ? "" : value;
    }

    private String body() {
        BufferedSource source = response.body().source();
        try {
            source.request(Answer.LOOKED_AT_BYTES);
        } catch (IOException brokenOff) {
            // what came is shown
        }
        byte[] bytes = source.getBuffer().snapshot().toByteArray();
        return Answer.shown(bytes, bytes.length);
    }
}
