package io.kanoa.thorgate.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against servers that count four characters a token and add a template of 11 tokens. */
class QuestionsTest {

    private static final int TEMPLATE = 11;

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger tokenizeCalls = new AtomicInteger();
    private final AtomicInteger generations = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/models", exchange -> reply(exchange, 200, "{}"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void tokenizer_makesPromptsExact() throws IOException {
        withTokenizer();
        withUsage(true);

        try (Questions questions = questions()) {
            List<String> prompts = questions.make(20, 1000);

            assertThat(prompts)
                    .allMatch(prompt -> tokens(prompt) + TEMPLATE == 1000)
                    .doesNotHaveDuplicates();
            assertThat(prompts.stream().map(p -> p.split(" ")[0]).distinct()).hasSize(20);
        }
        assertThat(generations.get()).isEqualTo(1);
        assertThat(tokenizeCalls.get()).isLessThanOrEqualTo(20 * 6);
    }

    /**
     * The answer of the tokenizer lists all tokens, as llama-server's does. Time is for machines that others load too; see
     * {@link io.kanoa.thorgate.workload.bench.PromptBenchmark} for what it takes.
     */
    @Test
    void longPrompts_areMadeInLittleTimeAndMemory() throws IOException {
        withTokenizer();
        withUsage(true);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        try (Questions questions = questions()) {
            questions.make(1, 1000);
            long allocated = memory.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            List<String> prompts = questions.make(1, 131_072);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(memory.getCurrentThreadAllocatedBytes() - allocated).isLessThan(100_000_000);
            assertThat(tokens(prompts.get(0)) + TEMPLATE).isEqualTo(131_072);
        }
    }

    @Test
    void withoutTokenizer_usageOfProbesIsAsked() throws IOException {
        withUsage(true);

        try (Questions questions = questions()) {
            List<String> prompts = questions.make(10, 1000);

            assertThat(prompts).allMatch(prompt -> Math.abs(tokens(prompt) + TEMPLATE - 1000) <= 10);
        }
        assertThat(generations.get()).isBetween(2, 6);
    }

    @Test
    void serverThatCountsNothing_isAnErrorThatSaysWhy() throws IOException {
        withUsage(false);

        try (Questions questions = questions()) {
            assertThatThrownBy(() -> questions.make(1, 100))
                    .isInstanceOf(WorkloadException.class)
                    .hasMessageContaining("usage");
        }
    }

    @Test
    void serverThatIsGone_isAnError() {
        server.stop(0);

        assertThatThrownBy(this::questions)
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("could not be asked");
    }

    private Questions questions() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Questions(new Endpoint(base, Dialect.OPENAI_CHAT, "m"), 77, Duration.ofSeconds(5));
    }

    private void withTokenizer() {
        server.createContext("/tokenize", exchange -> {
            tokenizeCalls.incrementAndGet();
            JsonNode question = json.readTree(exchange.getRequestBody());
            int tokens = tokens(question.get("content").asText());
            reply(exchange, 200, "{\"tokens\":[" + "12345,".repeat(tokens - 1) + "1]}");
        });
    }

    private void withUsage(boolean reported) {
        server.createContext("/v1/chat/completions", exchange -> {
            generations.incrementAndGet();
            JsonNode question = json.readTree(exchange.getRequestBody());
            int tokens = TEMPLATE + tokens(question.at("/messages/0/content").asText());
            String usage = reported
                    ? ",\"usage\":{\"prompt_tokens\":" + tokens
                            + ",\"completion_tokens\":1,\"prompt_tokens_details\":{\"cached_tokens\":4}}"
                    : "";
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            reply(
                    exchange,
                    200,
                    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"length\"}]"
                            + usage + "}\n\ndata: [DONE]\n\n");
        });
    }

    private static int tokens(String text) {
        return (text.length() + 3) / 4;
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
