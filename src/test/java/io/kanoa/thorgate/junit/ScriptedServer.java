package io.kanoa.thorgate.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers the OpenAI chat protocol with words that mean nothing, at a set pace. For tests of the extension only: no figure
 * of it says anything about an engine.
 */
final class ScriptedServer implements AutoCloseable {

    private static final int TEMPLATE_TOKENS = 3;

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final int answersUntilDeath;
    private final Duration pace;
    private int answers;

    /**
     * @param answersUntilDeath requests after which the server is gone
     * @param pace time that each token takes
     */
    ScriptedServer(int answersUntilDeath, Duration pace) {
        this.answersUntilDeath = answersUntilDeath;
        this.pace = pace;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/tokenize", this::tokenize);
        server.createContext("/v1/chat/completions", this::answer);
        server.createContext("/", exchange -> reply(exchange, "{}"));
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized boolean isDead() {
        return answers > answersUntilDeath;
    }

    private void tokenize(HttpExchange exchange) throws IOException {
        JsonNode question = json.readTree(exchange.getRequestBody());
        reply(exchange, "{\"count\": " + words(question.get("content").asText()) + "}");
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split(" +").length;
    }

    private void answer(HttpExchange exchange) throws IOException {
        synchronized (this) {
            answers++;
        }
        JsonNode question = json.readTree(exchange.getRequestBody());
        int prompt = words(question.at("/messages/0/content").asText()) + TEMPLATE_TOKENS;
        int tokens = question.get("max_tokens").asInt();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < tokens; i++) {
                LockSupport.parkNanos(pace.toNanos());
                if (isDead()) {
                    return;
                }
                event(out, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"w \"}}]}");
            }
            event(out, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}");
            event(
                    out,
                    "{\"choices\":[],\"usage\":{\"prompt_tokens\":" + prompt + ",\"completion_tokens\":" + tokens
                            + "}}");
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void reply(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
