package io.kanoa.thorgate.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import io.kanoa.thorgate.engine.HealthCheck;
import io.kanoa.thorgate.secret.ApiKey;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Tokenizer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server on the loopback may say that it has moved. Nobody follows: prompts and keys stay where the plan sends them. */
class RedirectTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private HttpServer elsewhere;
    private HttpServer moved;
    private int status;

    @BeforeEach
    void serve() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0), 16);
        elsewhere.createContext("/", exchange -> {
            strangers.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().get("Authorization"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        moved = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        moved.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "http://127.0.0.2:" + elsewhere.getAddress().getPort() + exchange.getRequestURI());
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        moved.start();
    }

    @AfterEach
    void end() {
        elsewhere.stop(0);
        moved.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_isFollowedByNobody(int code) throws IOException {
        status = code;
        URI base = URI.create("http://127.0.0.1:" + moved.getAddress().getPort());
        Optional<ApiKey> key = Optional.of(new ApiKey("open-sesame"));
        ControlClient control = new ControlClient(base, key);
        Endpoint endpoint = new Endpoint(base, Dialect.OPENAI_CHAT, "m").with(key);

        assertThat(new HealthCheck(base.resolve("/health")).isReady()).isFalse();
        assertThat(control.get("/v1/models", SOON).status()).isEqualTo(code);
        assertThat(control.post("/api/generate", JsonNodeFactory.instance.objectNode(), SOON)
                        .status())
                .isEqualTo(code);
        try (StreamClient client = StreamClient.open();
                Tokenizer tokenizer = new Tokenizer(endpoint)) {
            client.connect(endpoint);
            assertThat(client.send(new GenerationRequest(endpoint, "Why?", -1, 2, 7, SOON, true), System.nanoTime())
                            .outcome()
                            .kind())
                    .isEqualTo(Outcome.Kind.REFUSED);
            assertThatThrownBy(() -> tokenizer.count("Why?")).isInstanceOf(IOException.class);
        }
        assertThat(strangers).isEmpty();
    }
}
