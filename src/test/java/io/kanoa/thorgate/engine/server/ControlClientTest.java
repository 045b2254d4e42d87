package io.kanoa.thorgate.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlClientTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void answer_isReadAsJsonWithItsStatusAndServer() throws Exception {
        try (ScriptedHttp server = ScriptedHttp.onAnyPort()
                .answering("/a", 200, "{\"version\":\"1.2\"}", Map.of("Server", "uvicorn"))
                .answering("/b", 503, "loading")) {
            ControlClient client = new ControlClient(server.base());

            ControlClient.Reply ok = client.get("/a?q=1", SOON);
            assertThat(ok.isOk()).isTrue();
            assertThat(ok.json().path("version").textValue()).isEqualTo("1.2");
            assertThat(ok.server()).contains("uvicorn");

            ControlClient.Reply loading = client.get("/b", SOON);
            assertThat(loading.isOk()).isFalse();
            assertThat(loading.body()).isEqualTo("loading");
            assertThat(loading.json().isMissingNode()).isTrue();
            assertThat(loading.server()).isEmpty();
            assertThat(server.requests()).containsExactly("GET /a?q=1 ", "GET /b ");
        }
    }

    @Test
    void question_isPutAsJson() throws Exception {
        try (ScriptedHttp server = ScriptedHttp.onAnyPort().answering("/p", 200, "{}")) {
            new ControlClient(server.base())
                    .post("/p", JsonNodeFactory.instance.objectNode().put("a", "ü\""), SOON);

            assertThat(server.requests()).containsExactly("POST /p {\"a\":\"ü\\\"\"}");
        }
    }

    @Test
    void portWithoutListener_isAnIoException() {
        ControlClient client =
                new ControlClient(ServerAddress.local(FreePort.find()).base());

        assertThatThrownBy(() -> client.get("/a", SOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/a");
    }

    /** The head of an answer alone is none: a server that stops in the middle must not hold us for ever. */
    @Test
    void bodyThatDoesNotEnd_isGivenUp() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> sendHalf(listener));
            server.setDaemon(true);
            server.start();
            ControlClient client = new ControlClient(URI.create("http://127.0.0.1:" + listener.getLocalPort()));

            assertThatThrownBy(() -> client.get("/a", Duration.ofMillis(300)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no whole answer within 300 ms");
        }
    }

    @Test
    void bodyLongerThanAnyHonestOne_isGivenUp() throws Exception {
        try (ScriptedHttp server = ScriptedHttp.onAnyPort()
                .answering("/fits", 200, "x".repeat(1 << 23))
                .answering("/long", 200, "x".repeat((1 << 23) + 1))) {
            ControlClient client = new ControlClient(server.base());

            assertThat(client.get("/fits", SOON).body()).hasSize(1 << 23);
            assertThatThrownBy(() -> client.get("/long", SOON))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the answer is longer than 8388608 bytes");
        }
    }

    @Test
    void bodyThatGoesDeeperThanAnyHonestOne_isNoJson() throws Exception {
        try (ScriptedHttp server = ScriptedHttp.onAnyPort().answering("/a", 200, "[".repeat(1_000_000))) {
            assertThat(new ControlClient(server.base()).get("/a", SOON).json().isMissingNode())
                    .isTrue();
        }
    }

    @Test
    void interrupt_isKept() throws Exception {
        try (ScriptedHttp server = ScriptedHttp.onAnyPort()) {
            Thread.currentThread().interrupt();
            Throwable thrown = catchThrowable(() -> new ControlClient(server.base()).get("/a", SOON));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown).isInstanceOf(InterruptedIOException.class);
        }
    }

    private static void sendHalf(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            // Until the client has left: a socket that nobody holds is closed.
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException over) {
            // the test has ended
        }
    }
}
