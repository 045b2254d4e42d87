package io.kanoa.thorgate.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kanoa.thorgate.secret.ApiKey;
import io.kanoa.thorgate.secret.Secrets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Puts requests to an engine that are not for tokens: what it holds, load, unload, sleep. Untrusted answers. */
public final class ControlClient {

    private static final int LONGEST_ANSWER = 1 << 23;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final Secrets secrets = Secrets.ofThisProcess();
    private final URI base;
    private final Optional<ApiKey> apiKey;

    /** @param base scheme, host and port of a server that wants no key */
    public ControlClient(URI base) {
        this(base, Optional.empty());
    }

    /**
     * @param base scheme, host and port
     * @param apiKey shown with each request, if there is one
     */
    public ControlClient(URI base, Optional<ApiKey> apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    /**
     * An engine's answer.
     *
     * @param status HTTP
     * @param body as text; what is shown of it are its {@link #words}
     * @param json the body without secrets, missing where it is none
     * @param server what it calls itself in the header {@code Server}, if it does
     */
    public record Reply(int status, String body, JsonNode json, Optional<String> server) {

        public boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** Whether the server lets nobody in without a key, or not with this one. */
        public boolean wantsKey() {
            return status == 401 || status == 403;
        }

        /** The body as it may be shown: without secrets. */
        public String words() {
            return Secrets.ofThisProcess().hide(body);
        }
    }

    public URI base() {
        return base;
    }

    /**
     * @param path with its query, e.g. {@code /api/ps}
     * @throws IOException if there is no whole answer within {@code timeout}
     */
    public Reply get(String path, Duration timeout) throws IOException {
        return send(request(path, timeout).GET().build());
    }

    /**
     * @param body sent as JSON
     * @throws IOException if there is no whole answer within {@code timeout}
     */
    public Reply post(String path, JsonNode body, Duration timeout) throws IOException {
        return send(request(path, timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
        apiKey.ifPresent(key -> request.header(ApiKey.HEADER, key.authorization()));
        return request;
    }

    private Reply send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BoundedText.of(LONGEST_ANSWER));
        try {
            return reply(answer.get(request.timeout().orElseThrow().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(request.uri() + " was interrupted");
        } catch (TimeoutException e) {
            throw new HttpTimeoutException(request.uri() + ": no whole answer within "
                    + request.timeout().orElseThrow().toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IOException(secrets.hide(request.uri() + ": " + e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private Reply reply(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(),
                response.body(),
                parse(secrets.hide(response.body())),
                response.headers().firstValue("Server"));
    }

    /** The body as JSON; missing where it is none. */
    JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
