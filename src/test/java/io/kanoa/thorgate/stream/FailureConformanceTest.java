package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.stream.Outcome.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trap 8: whatever goes wrong is an outcome, and the right one. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class FailureConformanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"error\":{\"message\":\"out of memory\",\"code\":500}}\n\n",
                "data: {\"object\":\"error\",\"message\":\"out of memory\"}\n\n",
                "event: error\ndata: out of memory\n\n",
                "error: {\"message\":\"out of memory\"}\n\n"
            })
    void errorEventInA200_isAnEngineError(String event) throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"), event, Events.ending(5, 1))
                .end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.ENGINE_ERROR);
        assertThat(timeline.outcome().detail()).contains("out of memory");
        assertThat(timeline.chunks()).hasSize(1);
    }

    @Test
    void errorLineOfOllama_isAnEngineError() throws Exception {
        Timeline timeline = Ask.CHAT
                .in(Dialect.OLLAMA_CHAT)
                .of(Script.chunked("application/x-ndjson")
                        .send(Events.ollamaChat("\"content\":\"a\""), "{\"error\":\"model runner has stopped\"}\n")
                        .end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.ENGINE_ERROR);
        assertThat(timeline.outcome().detail()).contains("model runner has stopped");
    }

    @Test
    void nullError_isNoError() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.data("{\"error\":null,\"choices\":[]}"), Events.content("a"), Events.ending(5, 1))
                .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void properEndWithoutFinishReason_isTruncated() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"), Events.usage(5, 1), Events.DONE)
                .end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.TRUNCATED);
    }

    @Test
    void connectionClosedInTheAnswer_isTruncated() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"), Events.content("b").substring(0, 40))
                .close());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(timeline.outcome().detail()).contains("after 1 chunks");
        assertThat(timeline.chunks()).hasSize(1);
    }

    @Test
    void bodyShorterThanItsLength_isTruncated() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.bare()
                .raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 9999\r\n\r\n")
                .raw(Events.content("a"))
                .close());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.TRUNCATED);
    }

    @Test
    void resetInTheAnswer_isABrokenConnection() throws Exception {
        Timeline timeline =
                Ask.CHAT.of(Script.events().send(Events.content("a")).pause().reset());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.CONNECTION_FAILED);
        assertThat(timeline.chunks()).hasSize(1);
    }

    @Test
    void emptyCompletion_isEmpty() throws Exception {
        Timeline timeline = Ask.CHAT.of(
                Script.events().send(Events.ROLE, Events.ending(5, 0)).end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.EMPTY);
        assertThat(timeline.firstChunkNanos()).isEqualTo(-1);
    }

    @Test
    void nobodyListening_isAFailedConnection() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:" + port), Dialect.OPENAI_CHAT, "m");
        try (StreamClient client = StreamClient.open()) {
            client.connect(endpoint);
            Timeline timeline = client.send(Ask.CHAT.request(endpoint), 1);

            assertThat(timeline.outcome().kind()).isEqualTo(Kind.CONNECTION_FAILED);
            assertThat(timeline.sentNanos()).isEqualTo(-1);
            assertThat(timeline.connectedNanos()).isEqualTo(-1);
        }
    }

    @Test
    void closedInsteadOfAnswered_isABrokenConnection() throws Exception {
        assertThat(Ask.CHAT.of(Script.bare().close()).outcome().kind()).isEqualTo(Kind.CONNECTION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "429 Too Many Requests\r\nRetry-After: 0",
                "500 Internal Server Error",
                "503 Service Unavailable\r\nRetry-After: 0",
                "408 Request Timeout",
                "401 Unauthorized\r\nWWW-Authenticate: Basic realm=x",
                "302 Found\r\nLocation: /v1/elsewhere",
                "308 Permanent Redirect\r\nLocation: /v1/elsewhere",
                "421 Misdirected Request",
                "201 Created"
            })
    void anyOtherStatus_isRefused_withTheBeginningOfTheBody_andNotRepeated(String status) throws Exception {
        Script script = Script.bare().raw("HTTP/1.1 " + status + "\r\nContent-Length: 900\r\n\r\n" + "e".repeat(900));
        try (ScriptedServer server = new ScriptedServer(script);
                StreamClient client = StreamClient.open()) {
            Timeline timeline = client.send(Ask.CHAT.request(server.endpoint(Dialect.OPENAI_CHAT)), 1);

            assertThat(timeline.outcome().kind()).isEqualTo(Kind.REFUSED);
            assertThat(timeline.outcome().detail())
                    .contains("HTTP " + status.substring(0, 3))
                    .endsWith(": " + "e".repeat(500));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void refusalWhoseBodyHangs_isStillRefused() throws Exception {
        Timeline timeline = Ask.CHAT
                .patientFor(200)
                .of(Script.bare()
                        .raw("HTTP/1.1 500 Oh\r\nContent-Length: 900\r\n\r\nwhy")
                        .hold());

        assertThat(timeline.outcome()).isEqualTo(new Outcome(Kind.REFUSED, "HTTP 500 Oh: why"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 -12 Hm\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\nabc"
            })
    void answerThatIsNotHttp_orNoStream_isMalformed(String answer) throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.bare().raw(answer).pause().close());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void headWithoutEnd_isMalformed() throws Exception {
        Timeline timeline =
                Ask.CHAT.of(Script.bare().raw("HTTP/1.1 200 OK\r\n").forever("X-Long: " + "x".repeat(50_000), 1));

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void chunkHeadWithoutEnd_isMalformed() throws Exception {
        Timeline timeline =
                Ask.CHAT.of(Script.events().send(Events.content("a")).forever("0".repeat(50_000), 1));

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.MALFORMED);
        assertThat(timeline.outcome().detail()).contains("without any content");
    }

    @Test
    void answerWithoutEnd_isGivenUp() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.untilClose("text/event-stream")
                .forever(Events.content("a").repeat(50), 1));

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.INVALID);
        assertThat(timeline.chunks()).hasSizeLessThan(200);
    }
}
