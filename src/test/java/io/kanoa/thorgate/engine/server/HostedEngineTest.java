package io.kanoa.thorgate.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.plan.Serving;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HostedEngineTest {

    private static final EngineStart START = new EngineStart(0, 1, 2, 3, "v", "f", List.of());

    @Test
    void unload_endsTheProgramAndProvesThatItsPortIsClosed() throws Exception {
        ScriptedHttp server = ScriptedHttp.onAnyPort();
        HostedEngine engine = engine(server, FakeHosted.running(List.of("x"), List.of("a", "b"), server::close));
        assertThat(engine.isAlive()).isTrue();
        assertThat(engine.processId()).hasValue(FakeHosted.PID);
        assertThat(engine.logTail(1)).containsExactly("b");

        assertThat(engine.unload()).isGreaterThan(1_000);

        assertThat(engine.isAlive()).isFalse();
        assertThat(new ServerAddress(server.base()).isListening()).isFalse();
        engine.close();
    }

    @Test
    void portThatClosesLaterThanTheProgramEnds_isWaitedFor() throws Exception {
        ScriptedHttp server = ScriptedHttp.onAnyPort();
        Executor later = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
        HostedEngine engine =
                engine(server, FakeHosted.running(List.of("x"), List.of(), () -> later.execute(server::close)));

        engine.unload();

        assertThat(new ServerAddress(server.base()).isListening()).isFalse();
    }

    private static HostedEngine engine(ScriptedHttp server, FakeHosted hosted) {
        Serving serving = Servings.PROGRAM.serving();
        return new HostedEngine(serving, new ServerAddress(server.base()).openAi(serving, "m"), START, hosted);
    }
}
