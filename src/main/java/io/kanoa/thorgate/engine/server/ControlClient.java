package io.kanoa.thorgate.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Puts requests to an engine that are not for tokens: what it holds, load, unload, sleep. Untrusted answers. */
public final class ControlClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;

    /** @param base scheme, host and port */
    public ControlClient(URI base) {
        this.base = base;
    }

    /**
     * An engine's answer.
     *
     * @param status HTTP
     * @param body as text
     * @param json the body, missing where it is none
     */
    public record Reply(int status, String body, JsonNode json) {

        public boolean isOk() {
            return status >= 200 && status < 300;
        }
    }

    public URI base() {
        return base;
    }

    /**
     * @param path with its query, e.g. {@code /api/ps}
     * @throws IOException if there is no answer within {@code timeout}
     */
    public Reply get(String path, Duration timeout) throws IOException {
        return send(request(path, timeout).GET().build());
    }

    /**
     * @param body sent as JSON
     * @throws IOException if there is no answer within {@code timeout}
     */
    public Reply post(String path, JsonNode body, Duration timeout) throws IOException {
        return send(request(path, timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
    }

    private Reply send(HttpRequest request) throws IOException {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), parse(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(request.uri() + " was interrupted");
        }
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
