package io.kanoa.thorgate.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/**
 * Answers the OpenAI chat protocol with words that mean nothing, at a set pace. For tests of the extension only: no figure
 * of it says anything about an engine.
 */
final class ScriptedServer implements AutoCloseable {

    private static final int TEMPLATE_TOKENS = 3;
    private static final int PATCH = 16;
    private static final String REFUSAL =
            "{\"error\":{\"code\":500,\"message\":\"image input is not supported, says the script\",\"type\":\"server_error\"}}";

    /** What it does that not every server does. */
    enum Manner {
        /** As a model for text alone. */
        REFUSES_IMAGES,
        /** As a server that drops what it does not know. */
        IGNORES_IMAGES,
        /** Half of each answer is reasoning. */
        REASONS
    }

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final int answersUntilDeath;
    private final Duration pace;
    private final Set<Manner> manners;
    private int answers;

    /**
     * @param answersUntilDeath requests after which the server is gone
     * @param pace time that each token takes
     */
    ScriptedServer(int answersUntilDeath, Duration pace, Set<Manner> manners) {
        this.answersUntilDeath = answersUntilDeath;
        this.pace = pace;
        this.manners = manners;
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
        JsonNode content = question.at("/messages/0/content");
        if (content.isArray() && manners.contains(Manner.REFUSES_IMAGES)) {
            reply(exchange, 500, REFUSAL);
            return;
        }
        int images = manners.contains(Manner.IGNORES_IMAGES) ? 0 : imageTokens(content);
        int prompt = words(text(content)) + TEMPLATE_TOKENS + images;
        LockSupport.parkNanos(images * 100_000L);
        int tokens = question.get("max_tokens").asInt();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < tokens; i++) {
                LockSupport.parkNanos(pace.toNanos());
                if (isDead()) {
                    return;
                }
                String channel = i < reasoning(tokens) ? "reasoning_content" : "content";
                event(out, "{\"choices\":[{\"index\":0,\"delta\":{\"" + channel + "\":\"w \"}}]}");
            }
            event(out, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}");
            event(
                    out,
                    "{\"choices\":[],\"usage\":{\"prompt_tokens\":" + prompt + ",\"completion_tokens\":" + tokens
                            + details(tokens) + "}}");
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private int reasoning(int tokens) {
        return manners.contains(Manner.REASONS) ? tokens / 2 : 0;
    }

    private String details(int tokens) {
        return manners.contains(Manner.REASONS)
                ? ",\"completion_tokens_details\":{\"reasoning_tokens\":" + reasoning(tokens) + "}"
                : "";
    }

    private static String text(JsonNode content) {
        return content.isArray() ? content.get(content.size() - 1).get("text").asText() : content.asText();
    }

    /** One token a patch, of images that can be read. */
    private static int imageTokens(JsonNode content) throws IOException {
        int tokens = 0;
        for (JsonNode part : content) {
            String url = part.at("/image_url/url").asText();
            if (!url.isEmpty()) {
                byte[] file = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
                tokens += image.getWidth() / PATCH * (image.getHeight() / PATCH);
            }
        }
        return tokens;
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void reply(HttpExchange exchange, String body) throws IOException {
        reply(exchange, 200, body);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
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
