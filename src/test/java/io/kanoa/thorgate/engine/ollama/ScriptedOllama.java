package io.kanoa.thorgate.engine.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Answers as Ollama does, but holds no model; for tests of our side only. */
final class ScriptedOllama implements AutoCloseable {

    /** Largest context of its models. */
    static final int MOST_CONTEXT = 8192;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<String> installed = new ConcurrentSkipListSet<>();
    private final Set<String> loaded = new ConcurrentSkipListSet<>();
    private final Set<String> blobs = new ConcurrentSkipListSet<>();
    private volatile int context = 4096;
    private volatile int gpuPercent;
    private volatile String refusal = "";
    private volatile String shown = "{}";
    private volatile boolean deaf;

    ScriptedOllama(String... models) throws IOException {
        this(0, models);
    }

    /** @param port to listen on; 0 for any */
    ScriptedOllama(int port, String... models) throws IOException {
        installed.addAll(List.of(models));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Method, path and body of what was asked, in order. */
    List<String> requests() {
        return requests;
    }

    Set<String> loaded() {
        return loaded;
    }

    ScriptedOllama refusesLoads(String words) {
        refusal = words;
        return this;
    }

    ScriptedOllama onTheGpu(int percent) {
        gpuPercent = percent;
        return this;
    }

    /** Lets it answer this where it is asked what a model is. */
    ScriptedOllama showing(String json) {
        shown = json;
        return this;
    }

    /** Lets it keep models that it is asked to unload. */
    ScriptedOllama ignoresUnloads() {
        deaf = true;
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = new String(body, StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + path + " " + text);
        switch (path) {
            case "/api/version" -> reply(exchange, 200, "{\"version\":\"9.9.9\"}");
            case "/api/tags" -> reply(exchange, 200, models(installed, ""));
            case "/api/ps" -> reply(exchange, 200, models(loaded, ",\"context_length\":" + context));
            case "/api/generate" -> generate(exchange, json.readTree(text));
            case "/api/show" -> reply(exchange, 200, shown);
            case "/api/create" -> create(exchange, json.readTree(text));
            default -> blob(exchange, path);
        }
    }

    private void generate(HttpExchange exchange, JsonNode request) throws IOException {
        String model = request.path("model").asText();
        if (request.path("keep_alive").asInt() == 0) {
            loaded.removeIf(name -> !deaf && name.equals(model));
            reply(exchange, 200, "{\"done\":true,\"done_reason\":\"unload\"}");
        } else if (!refusal.isEmpty()) {
            reply(exchange, 500, "{\"error\":\"" + refusal + "\"}");
        } else {
            context = Math.min(MOST_CONTEXT, request.at("/options/num_ctx").asInt(4096));
            loaded.add(model);
            reply(exchange, 200, "{\"done\":true,\"done_reason\":\"load\"}");
        }
    }

    private void create(HttpExchange exchange, JsonNode request) throws IOException {
        String digest = request.path("files").elements().next().asText();
        if (blobs.contains("/api/blobs/" + digest)) {
            installed.add(request.path("model").asText() + ":latest");
        }
        reply(exchange, blobs.contains("/api/blobs/" + digest) ? 200 : 400, "{\"status\":\"success\"}");
    }

    private void blob(HttpExchange exchange, String path) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            blobs.add(path);
            reply(exchange, 201, "");
        } else {
            exchange.sendResponseHeaders(blobs.contains(path) ? 200 : 404, -1);
            exchange.close();
        }
    }

    private String models(Set<String> names, String more) {
        return names.stream()
                .map(name -> "{\"name\":\"" + name + "\",\"size\":1000,\"size_vram\":" + 10 * gpuPercent
                        + ",\"digest\":\"0123456789abcdef\",\"details\":{\"family\":\"llama\","
                        + "\"quantization_level\":\"Q4_1\"}" + more + "}")
                .collect(Collectors.joining(",", "{\"models\":[", "]}"));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
