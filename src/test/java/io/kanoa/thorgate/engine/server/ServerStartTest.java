package io.kanoa.thorgate.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.EngineException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ServerStartTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void serverThatBecomesReady_isLeftRunning() {
        FakeHosted hosted = running();
        Iterator<Boolean> answers = List.of(false, false, true).iterator();
        long before = System.nanoTime();

        assertThat(start(hosted, answers::next).awaitReady(LONG)).isBetween(before, System.nanoTime());
        assertThat(hosted.isAlive()).isTrue();
    }

    @Test
    void serverThatEnds_isReportedAtOnceWithItsReasonAndItsLog() {
        FakeHosted hosted = FakeHosted.ended(1, "first", "cudaMalloc failed: out of memory", "last");

        assertThatThrownBy(() -> start(hosted, () -> false).awaitReady(LONG))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(
                        "smol on local ended with exit code 1 before it was ready: there was not enough memory")
                .hasMessageContaining("last");
    }

    /** What answers then is somebody else. */
    @Test
    void serverThatEndedWhileItsPortAnswers_isNotReady() {
        assertThatThrownBy(() -> start(FakeHosted.ended(1), () -> true).awaitReady(LONG))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("ended with exit code 1");
    }

    @Test
    void serverThatTakesTooLong_isEnded() {
        FakeHosted hosted = running();

        assertThatThrownBy(() -> start(hosted, () -> false).awaitReady(Duration.ofMillis(60)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("was not ready after 60 ms and is running");
        assertThat(hosted.isAlive()).isFalse();
    }

    @Test
    void serverKilled_isToldByItsExitCode() {
        assertThatThrownBy(() -> start(FakeHosted.ended(137), () -> false).awaitReady(LONG))
                .hasMessageContaining("killed");
        assertThatThrownBy(() -> start(FakeHosted.ended(132), () -> false).awaitReady(LONG))
                .hasMessageContaining("another processor");
    }

    private static FakeHosted running() {
        return FakeHosted.running(List.of("x"), List.of("loading"), () -> {});
    }

    private static ServerStart start(FakeHosted hosted, BooleanSupplier ready) {
        return new ServerStart(Servings.PROGRAM.serving(), hosted, ready);
    }
}
