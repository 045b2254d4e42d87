package io.kanoa.thorgate.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What a llama-server would be that means harm: it serves, but says hostile things wherever it says anything, prints its whole
 * environment and the key that it is shown, and dies where a model's name asks for that.
 */
public final class HostileEngine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIES_AT = 6;
    private static final int TEMPLATE_TOKENS = 3;

    private final AtomicInteger answers = new AtomicInteger();
    private final String model;
    private final boolean dies;

    private HostileEngine(String model, boolean dies) {
        this.model = model;
        this.dies = dies;
    }

    /** @param arguments of llama-server, of which the alias and the port are taken */
    public static void main(String[] arguments) throws IOException {
        List<String> all = Arrays.asList(arguments);
        if (all.contains("--version")) {
            System.out.println("version: 1 " + secrets() + HostileWords.text());
        } else if (all.contains("--help")) {
            System.out.println("--port PORT\n" + HostileWords.text());
        } else {
            say("argument ", all);
            HostileWords.ALL.forEach(System.out::println);
            System.out.println(secrets());
            String model = all.get(all.indexOf("--alias") + 1);
            serve(Integer.parseInt(all.get(all.indexOf("--port") + 1)), model, model.contains("dying"));
        }
    }

    /** One that answers until it is closed. */
    static HttpServer serve(int port, String model, boolean dies) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        HostileEngine engine = new HostileEngine(model, dies);
        server.createContext("/", engine::other);
        server.createContext("/v1/chat/completions", engine::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(!dies && port == 0);
            return thread;
        }));
        server.start();
        return server;
    }

    private static void say(String what, List<String> words) {
        words.forEach(word -> System.out.println(what + word));
    }

    /** All of the environment, as it is and as it stands in addresses. */
    private static String secrets() {
        return System.getenv().entrySet().stream()
                .map(variable -> variable + " " + URLEncoder.encode(variable.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" ", "environment ", " "));
    }

    private static String overheard(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Authorization", List.of()) + secrets() + HostileWords.text();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split(" +").length;
    }

    private void other(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String words = overheard(exchange);
        Map<String, Object> answer = switch (path) {
            case "/tokenize" ->
                Map.of(
                        "count",
                        words(JSON.readTree(exchange.getRequestBody())
                                .path("content")
                                .asText()));
            case "/v1/models" ->
                Map.of("data", List.of(Map.of("id", model, "owned_by", words), Map.of("id", words)), "version", words);
            default -> Map.of("build_info", words, "model_path", words, "status", words, "version", words);
        };
        exchange.getResponseHeaders().set("Server", "hostile");
        reply(exchange, 200, JSON.writeValueAsString(answer));
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        int number = answers.incrementAndGet();
        String words = overheard(exchange);
        System.out.println("request " + number + " " + words);
        if (dies && number > DIES_AT) {
            System.out.println("last words " + words);
            Runtime.getRuntime().halt(3);
        } else if (number % 11 == 0) {
            reply(exchange, 500, JSON.writeValueAsString(Map.of("error", words)));
        } else {
            int prompt =
                    TEMPLATE_TOKENS + words(question.at("/messages/0/content").asText());
            stream(exchange, prompt, question.path("max_tokens").asInt(), number % 17 == 0, words);
        }
    }

    private static void stream(HttpExchange exchange, int prompt, int tokens, boolean breaks, String words)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < tokens; i++) {
                event(out, Map.of("choices", List.of(Map.of("delta", Map.of("content", words), "index", 0))));
            }
            if (breaks) {
                event(out, Map.of("error", Map.of("message", words, "code", words)));
                return;
            }
            event(out, Map.of("choices", List.of(Map.of("delta", Map.of(), "index", 0, "finish_reason", "length"))));
            event(
                    out,
                    Map.of(
                            "choices",
                            List.of(),
                            "usage",
                            Map.of("prompt_tokens", prompt, "completion_tokens", tokens)));
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void event(OutputStream out, Map<String, Object> event) throws IOException {
        out.write(("data: " + JSON.writeValueAsString(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
