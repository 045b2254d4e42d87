package io.kanoa.thorgate.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineStart;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class AttachedServerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void nothingThatListens_isReportedAtOnce() {
        URI nobody = ServerAddress.local(FreePort.find()).base();

        assertThatThrownBy(() -> server(nobody, () -> true).awaitReady(LONG))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("smol on local: nothing listens on " + nobody);
    }

    @Test
    void serverThatLoads_isWaitedFor() throws Exception {
        try (ScriptedHttp http = ScriptedHttp.onAnyPort()) {
            Iterator<Boolean> answers = List.of(false, false, true).iterator();
            server(http.base(), answers::next).awaitReady(LONG);
            assertThat(answers).isExhausted();

            assertThatThrownBy(() -> server(http.base(), () -> false).awaitReady(Duration.ofMillis(120)))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("listens but was not ready");
        }
    }

    @Test
    void contextSmallerThanNeeded_isRefused() {
        AttachedServer server =
                new AttachedServer(Servings.PROGRAM.withContext(4096).serving(), ServerAddress.local(1), () -> true);

        assertThatThrownBy(() -> server.requireContext(OptionalInt.of(4095)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("context of 4095 tokens, the plan needs 4096");
        assertThatCode(() -> server.requireContext(OptionalInt.of(4096))).doesNotThrowAnyException();
        assertThatCode(() -> server.requireContext(OptionalInt.empty())).doesNotThrowAnyException();
        assertThatCode(() ->
                        server(URI.create("http://127.0.0.1:1"), () -> true).requireContext(OptionalInt.of(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void report_saysThatItIsNotOurs_andWhetherANetworkIsBetween() {
        long requested = System.nanoTime();
        EngineStart here = server(URI.create("http://127.0.0.1:1"), () -> true).report(requested, "v", "m");
        EngineStart there = server(URI.create("http://192.0.2.7:1"), () -> true).report(requested, "v", "m");

        assertThat(here.commandLine()).anyMatch(word -> word.contains("neither started nor stopped"));
        assertThat(here.commandLine()).noneMatch(word -> word.contains("remote"));
        assertThat(there.commandLine()).contains("http://192.0.2.7:1").anyMatch(word -> word.contains("remote"));
        assertThat(here.isLoad()).isFalse();
    }

    @Test
    void unload_leavesTheServerAlone() throws Exception {
        try (ScriptedHttp http = ScriptedHttp.onAnyPort()) {
            AttachedServer server = server(http.base(), () -> true);
            AttachedEngine engine = new AttachedEngine(
                    server.serving(),
                    server.address().openAi(server.serving(), "m"),
                    server.report(0, "v", "m"),
                    server.address()::isListening);

            assertThat(engine.unload()).isZero();

            assertThat(engine.isAlive()).isTrue();
            assertThat(engine.processId()).isEmpty();
            assertThat(engine.logTail(9)).isEmpty();
            assertThat(http.requests()).isEmpty();
        }
    }

    private static AttachedServer server(URI base, BooleanSupplier ready) {
        return new AttachedServer(Servings.PROGRAM.serving(), new ServerAddress(base), ready);
    }
}
