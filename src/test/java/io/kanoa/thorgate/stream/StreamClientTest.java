package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.stream.Outcome.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class StreamClientTest {

    private static final Script ANSWER = Script.events()
            .pause()
            .send(Events.content("a"))
            .send(Events.ending(5, 1))
            .end();

    @Test
    void times_areInOrder() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ANSWER);
                StreamClient client = StreamClient.open()) {
            Endpoint endpoint = server.endpoint(Dialect.OPENAI_CHAT);
            client.connect(endpoint);
            long scheduled = System.nanoTime();
            Timeline timeline = client.send(Ask.CHAT.request(endpoint), scheduled);
            long after = System.nanoTime();

            assertThat(timeline.scheduledNanos()).isEqualTo(scheduled);
            assertThat(new long[] {
                        timeline.connectedNanos(),
                        scheduled,
                        timeline.sentNanos(),
                        timeline.firstByteNanos(),
                        timeline.usageNanos(),
                        timeline.closedNanos(),
                        after
                    })
                    .isSorted();
            assertThat(timeline.firstByteNanos() - timeline.sentNanos()).isGreaterThan(25_000_000L);
        }
    }

    @Test
    void connectionOpenedBefore_isUsedAgainAndAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ANSWER);
                StreamClient client = StreamClient.open()) {
            Endpoint endpoint = server.endpoint(Dialect.OPENAI_CHAT);
            client.connect(endpoint);
            Timeline first = client.send(Ask.CHAT.request(endpoint), 1);
            Timeline second = client.send(Ask.CHAT.request(endpoint), 2);

            assertThat(server.connections()).isEqualTo(1);
            assertThat(second.connectedNanos()).isEqualTo(first.connectedNanos());
            assertThat(second.sentNanos()).isGreaterThan(first.closedNanos());
        }
    }

    /** As llama-server does after each streamed answer, without a word of it in the head; on a busy machine not at once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void connectionThatTheServerClosesAfterAWholeAnswer_isNotUsedAgain(int millisLater) throws Exception {
        Script answerAndLeave = Script.events()
                .send(Events.content("a"))
                .send(Events.ending(5, 1))
                .end()
                .pause(millisLater)
                .close();
        try (ScriptedServer server = new ScriptedServer(answerAndLeave);
                StreamClient client = StreamClient.open()) {
            Endpoint endpoint = server.endpoint(Dialect.OPENAI_CHAT);
            for (int i = 1; i <= 5; i++) {
                assertThat(client.send(Ask.CHAT.request(endpoint), 1).outcome().kind())
                        .isEqualTo(Kind.COMPLETED);
                assertThat(server.connections()).isEqualTo(i);
            }
        }
    }

    @Test
    void brokenConnection_isReplacedForTheNextRequest() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Script.events().close());
                StreamClient client = StreamClient.open()) {
            Endpoint endpoint = server.endpoint(Dialect.OPENAI_CHAT);

            assertThat(client.send(Ask.CHAT.request(endpoint), 1).outcome().kind())
                    .isEqualTo(Kind.TRUNCATED);
            assertThat(client.send(Ask.CHAT.request(endpoint), 2).outcome().kind())
                    .isEqualTo(Kind.TRUNCATED);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void silenceBeforeTheHead_isAStall() throws Exception {
        Timeline timeline = Ask.CHAT.patientFor(150).of(Script.bare().hold());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.STALLED);
        assertThat(timeline.outcome().detail()).isEqualTo("nothing for 0.2 s while waiting for the response head");
    }

    @Test
    void headThatDripsIn_isAStall() throws Exception {
        Timeline timeline = Ask.CHAT
                .patientFor(300)
                .of(Script.bare().raw("HTTP/1.1 200 OK\r\n").forever("x", 20));

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.STALLED);
        assertThat(timeline.closedNanos() - timeline.sentNanos()).isBetween(250_000_000L, 2_000_000_000L);
    }

    @Test
    void silenceInTheAnswer_isAStall_countedFromTheLastToken() throws Exception {
        Timeline timeline = Ask.CHAT
                .patientFor(1000)
                .of(Script.events()
                        .pause(100)
                        .send(Events.ROLE)
                        .pause(100)
                        .send(Events.content("a"))
                        .hold());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.STALLED);
        assertThat(timeline.outcome().detail()).endsWith("while waiting for the next token after chunk 1");
        assertThat(timeline.closedNanos() - timeline.lastChunkNanos()).isBetween(990_000_000L, 4_000_000_000L);
    }

    @Test
    void silenceBeforeTheFirstToken_isAStallThatSaysSo() throws Exception {
        Timeline timeline = Ask.CHAT.patientFor(150).of(Script.events().hold());

        assertThat(timeline.outcome().detail()).endsWith("while waiting for the first token");
        assertThat(timeline.firstByteNanos()).isEqualTo(-1);
    }

    @Test
    void commentsKeepAStreamAlive() throws Exception {
        Script script = Script.events();
        for (int i = 0; i < 6; i++) {
            script.pause(100).send(": still here\n\n");
        }
        Timeline timeline = Ask.CHAT
                .patientFor(300)
                .of(script.send(Events.content("a"), Events.ending(5, 1)).end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void commentsAfterTheFirstToken_keepNothingAlive() throws Exception {
        Timeline timeline = Ask.CHAT
                .patientFor(300)
                .of(Script.events().send(Events.content("a")).forever(framedComment(), 20));

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.STALLED);
        assertThat(timeline.outcome().detail()).endsWith("while waiting for the next token after chunk 1");
        assertThat(timeline.closedNanos() - timeline.lastChunkNanos()).isBetween(290_000_000L, 2_000_000_000L);
    }

    @Test
    void answerThatNeverEnds_isGivenUpInTime() throws Exception {
        Script comments = Script.events().forever(framedComment(), 20);
        try (ScriptedServer server = new ScriptedServer(comments);
                StreamClient client = StreamClient.open()) {
            GenerationRequest request =
                    Ask.CHAT.request(server.endpoint(Dialect.OPENAI_CHAT)).within(Duration.ofMillis(400));

            Timeline timeline = client.send(request, System.nanoTime());

            assertThat(timeline.outcome()).satisfies(outcome -> {
                assertThat(outcome.kind()).isEqualTo(Kind.OVERDUE);
                assertThat(outcome.detail())
                        .startsWith("not over after 0.")
                        .endsWith("still waiting for the first token");
            });
        }
    }

    private static String framedComment() {
        return "f\r\n: still here \n\n\r\n";
    }

    @Test
    void cancel_endsTheRequestUnderWay_andOnlyThat() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        Script.events().send(Events.content("a")).hold());
                StreamClient client = StreamClient.open()) {
            client.cancel();
            for (int round = 1; round <= 2; round++) {
                CompletableFuture<Timeline> sent = sendTo(server, client);
                int asked = round;
                await().until(() -> server.requests().size() == asked);
                client.cancel();
                Timeline timeline = sent.get(5, TimeUnit.SECONDS);

                assertThat(timeline.outcome().kind()).isEqualTo(Kind.CANCELLED);
            }
        }
    }

    @Test
    void close_cancelsNowAndLater() throws Exception {
        StreamClient client = StreamClient.open();
        try (ScriptedServer server = new ScriptedServer(Script.bare().hold())) {
            CompletableFuture<Timeline> sent = sendTo(server, client);
            await().until(() -> server.requests().size() == 1);
            client.close();
            assertThat(sent.get(5, TimeUnit.SECONDS).outcome().kind()).isEqualTo(Kind.CANCELLED);

            Timeline later = client.send(Ask.CHAT.request(server.endpoint(Dialect.OPENAI_CHAT)), 1);
            assertThat(later.outcome().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void secondRequestOnABusyLane_isTheCallersError() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Script.bare().hold());
                StreamClient client = StreamClient.open()) {
            CompletableFuture<Timeline> sent = sendTo(server, client);
            await().until(() -> server.requests().size() == 1);
            GenerationRequest request = Ask.CHAT.request(server.endpoint(Dialect.OPENAI_CHAT));

            assertThatThrownBy(() -> client.send(request, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("one request at a time");
            client.cancel();
            assertThat(sent.get(5, TimeUnit.SECONDS).outcome().kind()).isEqualTo(Kind.CANCELLED);
        }
    }

    @Test
    void encryptedEndpoint_isTheCallersError() {
        Endpoint endpoint = new Endpoint(URI.create("https://127.0.0.1:1"), Dialect.OPENAI_CHAT, "m");
        try (StreamClient client = StreamClient.open()) {
            assertThatThrownBy(() -> client.send(Ask.CHAT.request(endpoint), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("https://127.0.0.1:1");
        }
    }

    @Test
    void chatRequest_forcesItsLength_andAsksForUsage() throws Exception {
        JsonNode body = bodyOf(Dialect.OPENAI_CHAT, "/v1/chat/completions");

        assertThat(body.at("/messages/0/content").asText()).isEqualTo("Why?");
        assertThat(body.at("/model").asText()).isEqualTo("scripted");
        assertThat(body.at("/stream").asBoolean()).isTrue();
        assertThat(body.at("/stream_options/include_usage").asBoolean()).isTrue();
        assertThat(body.at("/max_tokens").asInt()).isEqualTo(2);
        assertThat(body.at("/min_tokens").asInt()).isEqualTo(2);
        assertThat(body.at("/n_predict").asInt()).isEqualTo(2);
        assertThat(body.at("/ignore_eos").asBoolean()).isTrue();
        assertThat(body.at("/cache_prompt").asBoolean(true)).isFalse();
        assertThat(body.at("/seed").asLong()).isEqualTo(7);
    }

    @Test
    void otherDialects_putTheQuestionInTheirOwnWords() throws Exception {
        assertThat(bodyOf(Dialect.OPENAI_COMPLETIONS, "/v1/completions")
                        .at("/prompt")
                        .asText())
                .isEqualTo("Why?");
        JsonNode plain = bodyOf(Dialect.OLLAMA_GENERATE, "/api/generate");
        assertThat(plain.at("/prompt").asText()).isEqualTo("Why?");
        assertThat(plain.at("/raw").asBoolean()).isTrue();
        JsonNode chat = bodyOf(Dialect.OLLAMA_CHAT, "/api/chat");
        assertThat(chat.at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(chat.at("/options/num_predict").asInt()).isEqualTo(2);
        assertThat(chat.at("/options/seed").asLong()).isEqualTo(7);
    }

    private static JsonNode bodyOf(Dialect dialect, String path) throws Exception {
        try (ScriptedServer server = new ScriptedServer(ANSWER);
                StreamClient client = StreamClient.open()) {
            client.send(Ask.CHAT.request(server.endpoint(dialect)), 1);
            String request = server.requests().get(0);
            assertThat(request).startsWith("POST " + path + " HTTP/1.1\r\n").contains("Accept-Encoding: identity\r\n");
            return new ObjectMapper().readTree(request.substring(request.indexOf("\r\n\r\n")));
        }
    }

    private static CompletableFuture<Timeline> sendTo(ScriptedServer server, StreamClient client) {
        GenerationRequest request = Ask.CHAT.request(server.endpoint(Dialect.OPENAI_CHAT));
        return CompletableFuture.supplyAsync(() -> client.send(request, System.nanoTime()));
    }
}
