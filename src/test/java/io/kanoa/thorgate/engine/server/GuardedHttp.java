package io.kanoa.thorgate.engine.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on the loopback that lets in who shows its key, and answers each path as it was told; for tests only. */
public final class GuardedHttp implements AutoCloseable {

    private final HttpServer server;
    private final List<String> letIn = new CopyOnWriteArrayList<>();

    /** @param answers by path, in their order of precedence */
    public GuardedHttp(String key, Map<String, String> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                boolean knows =
                        ("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"));
                String body = knows ? answers.getOrDefault(path, "{}") : "{\"error\": \"no key\"}";
                if (knows) {
                    letIn.add(path);
                }
                exchange.getRequestBody().readAllBytes();
                boolean isStream = body.startsWith("data:");
                exchange.getResponseHeaders().set("Content-Type", isStream ? "text/event-stream" : "application/json");
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(knows ? 200 : 401, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Paths that were asked for with the key. */
    public List<String> letIn() {
        return letIn;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
