package io.kanoa.thorgate.engine.embedded;

import static io.kanoa.thorgate.engine.embedded.Client.chat;
import static io.kanoa.thorgate.engine.embedded.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.weights.StandInCache;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API that the engine speaks, with the real engine. */
class EmbeddedServerTest {

    private static final String CHAT = "/v1/chat/completions";
    private static final String PROMPT = "The quick brown fox jumps over the lazy dog, \\u00e9t\\u00e9 included.";
    private static final String FORCED = "\"max_tokens\":24,\"ignore_eos\":true,\"seed\":5,\"temperature\":0.8";
    private static final String STREAM = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";

    private static final Pattern STOP = Pattern.compile("stop processing: n_past = (\\d+)");

    @TempDir
    private static Path folder;

    private static RunningEngine engine;
    private static Client client;

    @BeforeAll
    static void start() {
        engine = new EmbeddedEngine(new StandInCache(folder.resolve("cache")), folder.resolve("logs"))
                .start(Servings.tiny(), Servings.TIMEOUT);
        client = new Client(engine);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void stream_isRoleThenOneChunkForEachTokenThenFinishUsageAndDone() throws Exception {
        List<String> events = client.events(CHAT, chat(PROMPT, FORCED + STREAM));
        assertThat(events).hasSize(1 + 24 + 3);
        assertThat(delta(events.get(0)).path("role").asText()).isEqualTo("assistant");
        assertThat(events.subList(1, 25))
                .allMatch(event -> delta(event).path("content").asText().matches(" ?[!-~]+"));
        assertThat(json(events.get(25)).at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(json(events.get(26)).path("choices")).isEmpty();
        assertThat(json(events.get(26)).at("/usage/completion_tokens").asInt()).isEqualTo(24);
        assertThat(events.get(27)).isEqualTo("[DONE]");
    }

    @Test
    void usage_isWhatTokenizeSaysAndWhatLlamaEvaluated() throws Exception {
        JsonNode last = json(client.events(CHAT, chat(PROMPT, FORCED + STREAM)).get(26));
        int tokens = json(client.post("/tokenize", "{\"content\":\"" + PROMPT + "\"}")
                        .body())
                .path("tokens")
                .size();
        assertThat(last.at("/usage/prompt_tokens").asInt()).isEqualTo(tokens);
        assertThat(last.at("/usage/total_tokens").asInt()).isEqualTo(tokens + 24);
        assertThat(engine.logTail(40))
                .anyMatch(line -> line.contains("new prompt") && line.endsWith("n_prompt_tokens = " + tokens));
        assertThat(last.at("/timings/prompt_n").asInt()).isEqualTo(tokens);
        assertThat(last.at("/timings/predicted_n").asInt()).isEqualTo(24);
        assertThat(last.at("/timings/predicted_ms").asDouble()).isPositive();
    }

    @Test
    void samePrompt_isEvaluatedAnewEachTime() throws Exception {
        client.post(CHAT, chat(PROMPT, FORCED));
        JsonNode again = json(client.post(CHAT, chat(PROMPT, FORCED)).body());
        assertThat(again.at("/timings/cache_n").asInt()).isZero();
        assertThat(linesSince("new prompt")).anyMatch(line -> line.contains("kv cache rm [0, end)"));
    }

    @Test
    void wholeReply_saysTheSameAsTheStream() throws Exception {
        StringBuilder streamed = new StringBuilder();
        client.events(CHAT, chat(PROMPT, FORCED + STREAM))
                .subList(1, 25)
                .forEach(event -> streamed.append(delta(event).path("content").asText()));
        JsonNode whole = json(client.post(CHAT, chat(PROMPT, FORCED)).body());
        assertThat(whole.at("/choices/0/message/content").asText()).isEqualTo(streamed.toString());
        assertThat(whole.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(whole.at("/usage/completion_tokens").asInt()).isEqualTo(24);
    }

    @Test
    void textCompletion_streamsTextChunks() throws Exception {
        String body = "{\"prompt\":\"Once upon a time\"," + FORCED + STREAM + "}";
        List<String> events = client.events("/v1/completions", body);
        assertThat(events).hasSize(24 + 3);
        assertThat(events.subList(0, 24))
                .allMatch(event -> !json(event).at("/choices/0/text").asText().isEmpty());
    }

    @Test
    void answerThatFillsTheContext_isGivenWhole() throws Exception {
        String prompt = "x".repeat(Servings.CONTEXT - 50);
        int tokens = json(client.post("/tokenize", "{\"content\":\"" + prompt + "\"}")
                        .body())
                .path("tokens")
                .size();
        int rest = Servings.CONTEXT - tokens;
        JsonNode fits =
                json(client.post(CHAT, chat(prompt, "\"max_tokens\":" + rest)).body());
        assertThat(fits.at("/usage/total_tokens").asInt()).isEqualTo(Servings.CONTEXT);
        HttpResponse<String> exceeds = client.post(CHAT, chat(prompt, "\"max_tokens\":" + (rest + 1)));
        assertThat(exceeds.statusCode()).isEqualTo(400);
        assertThat(json(exceeds.body()).at("/error/type").asText()).isEqualTo("exceed_context_size_error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/v1/chat/completions | {\"messages\":[]} | 400 | at least one message",
                "/v1/chat/completions | {\"messages\":[{\"content\":\"\"}]} | 400 | prompt is empty",
                "/v1/chat/completions | {\"messages\":[{\"content\":\"a\"}],\"max_tokens\":0} | 400 | whole number from 1",
                "/v1/chat/completions | {\"messages\":[{\"content\":\"a\"}],\"temperature\":\"x\"} | 400 | temperature",
                "/v1/chat/completions | {\"messages\":[{\"content\":\"a\"}],\"stop\":\"x\"} | 400 | 'stop' is not supported",
                "/v1/chat/completions | {\"messages\":[{\"content\":[{\"type\":\"image_url\"}]}]} | 400 | image_url",
                "/v1/chat/completions | {\"model\":\"other\",\"messages\":[{\"content\":\"a\"}]} | 404 | 'other'",
                "/v1/chat/completions | not json | 400 | not JSON",
                "/v1/chat/completions/x | {} | 404 | nothing at",
                "/health | {} | 405 | GET only"
            })
    void wrongRequest_getsAnErrorObject(String path, String body, int status, String message) throws Exception {
        HttpResponse<String> reply = client.post(path, body);
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(json(reply.body()).at("/error/message").asText()).contains(message);
        assertThat(json(reply.body()).at("/error/code").asInt()).isEqualTo(status);
    }

    @Test
    void inquiries_nameTheModelAndItsContext() throws Exception {
        assertThat(client.get("/health").statusCode()).isEqualTo(200);
        assertThat(json(client.get("/v1/models").body()).at("/data/0/id").asText())
                .isEqualTo("tiny");
        assertThat(json(client.get("/props").body())
                        .at("/default_generation_settings/n_ctx")
                        .asInt())
                .isEqualTo(Servings.CONTEXT);
    }

    @Test
    void clientThatGoesAway_stopsItsAnswer() throws Exception {
        String prompt = "gone ".repeat(40);
        String body = chat(prompt, "\"max_tokens\":3900,\"ignore_eos\":true,\"stream\":true");
        try (Socket socket = client.open(CHAT, body)) {
            readUntil(socket, "\"delta\":{\"content\":");
        }
        int tokens = json(client.post("/tokenize", "{\"content\":\"" + prompt + "\"}")
                        .body())
                .path("tokens")
                .size();
        String begin = "n_prompt_tokens = " + tokens;
        await().atMost(Duration.ofSeconds(10)).until(() -> !stops(begin).isEmpty());
        assertThat(stops(begin).get(0)).isBetween(tokens, 2000);
        assertThat(client.post(CHAT, chat(prompt, FORCED)).statusCode()).isEqualTo(200);
    }

    @Test
    void questionsDuringAnAnswer_areAnsweredAndTheNextAnswerWaits() throws Exception {
        String body = chat("wait", "\"max_tokens\":3000,\"ignore_eos\":true,\"stream\":true");
        try (Socket socket = client.open(CHAT, body)) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        }
        assertThat(json(client.post(CHAT, chat("next", FORCED)).body())
                        .at("/usage/completion_tokens")
                        .asInt())
                .isEqualTo(24);
    }

    private static void readUntil(Socket socket, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("byte after %s", read).isNotNegative();
            read.append((char) next);
        }
    }

    /** How far llama.cpp was each time it stopped, since a line of its log. */
    private static List<Integer> stops(String since) {
        return linesSince(since).stream()
                .map(STOP::matcher)
                .filter(Matcher::find)
                .map(stop -> Integer.valueOf(stop.group(1)))
                .toList();
    }

    /** The log's lines after the last one that holds a text. */
    private static List<String> linesSince(String text) {
        List<String> lines = engine.logTail(400);
        int last = lines.size() - 1;
        while (last >= 0 && !lines.get(last).contains(text)) {
            last--;
        }
        return last < 0 ? List.of() : lines.subList(last, lines.size());
    }

    private static JsonNode delta(String event) {
        return json(event).at("/choices/0/delta");
    }
}
