package io.kanoa.thorgate.engine.llamaserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.FreePort;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.engine.server.Servings;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.stream.Dialect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a program, and what is made of its answers; nothing is run here. */
class LlamaServerEngineTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final FakeLauncher newer = new FakeLauncher(Helps.NEWER, FakeLauncher.LOG);

    @Test
    void commandLine_hasOurDefaultsThenThePlansArguments() {
        List<String> arguments = launched(
                        newer,
                        Servings.PROGRAM
                                .withContext(4096)
                                .withArguments(List.of("--threads", "7"), List.of("-ngl", "99")))
                .arguments();

        assertThat(arguments)
                .containsSubsequence("--hf-repo", Servings.SOURCE)
                .containsSubsequence("--alias", Servings.MODEL)
                .containsSubsequence("--host", "127.0.0.1")
                .containsSubsequence("--port", String.valueOf(newer.server().port()))
                .containsSubsequence("--parallel", "1")
                .containsSubsequence("--ctx-size", "4096")
                .containsSubsequence("--load-mode", "none")
                .containsSubsequence("--cache-ram", "0")
                .containsSubsequence("--ctx-checkpoints", "0")
                .contains("--metrics", "--jinja")
                .doesNotContain("--no-mmap")
                .endsWith("--threads", "7", "-ngl", "99");
        assertThat(newer.server().program()).containsExactly("llama-server");
        assertThat(newer.server().environment()).containsEntry("SEEN", "yes");
    }

    @Test
    void olderBuild_isSpokenToInItsOwnWords() {
        FakeLauncher older = new FakeLauncher(Helps.OLDER, FakeLauncher.LOG);

        assertThat(launched(older, Servings.PROGRAM).arguments())
                .contains("--no-mmap", "--metrics")
                .doesNotContain("--load-mode", "--cache-ram", "--ctx-checkpoints", "--jinja", "--ctx-size");
    }

    @Test
    void file_isLoadedByItsPathAndSeenByTheContainer(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("model.gguf"), "12345");
        Launch container = new Launch.Container("image", Optional.empty(), List.of(), List.of(), List.of(), true);
        LlamaRun run = new LlamaRun(
                Servings.PROGRAM.by(container).named(file.toString()).serving(), 8000);
        Invocation invocation = run.serving(LlamaProgram.read(FakeLauncher.VERSION, Helps.NEWER));

        assertThat(invocation.arguments())
                .containsSubsequence("--model", file.toString())
                .containsSubsequence("--host", "0.0.0.0")
                .doesNotContain("--hf-repo");
        assertThat(invocation.files()).containsExactly(file);
        assertThat(run.modelText()).isEqualTo(file + " (5 bytes)");
    }

    /** It may lie in the container's image; if not, the server says so. */
    @Test
    void fileThatIsNotHere_isStillAskedFor() {
        Invocation invocation = launched(newer, Servings.PROGRAM.named("/models/m.gguf"));

        assertThat(invocation.arguments()).containsSubsequence("--model", "/models/m.gguf");
        assertThat(invocation.files()).isEmpty();
    }

    @Test
    void program_isAskedForItsFlagsOnce() {
        LlamaServerEngine engine = new LlamaServerEngine(newer);
        engine.start(Servings.PROGRAM.serving(), TIMEOUT).unload();
        engine.start(Servings.PROGRAM.serving(), TIMEOUT).unload();

        assertThat(newer.invocations()).hasSize(4);
        assertThat(newer.invocations())
                .filteredOn(i -> i.arguments().equals(List.of("--help")))
                .hasSize(1);
    }

    @Test
    void start_isReportedInPartsThatTheLogTells() {
        try (RunningEngine running = new LlamaServerEngine(newer).start(Servings.PROGRAM.serving(), TIMEOUT)) {
            EngineStart report = running.startReport();

            assertThat(report.weightsNanos()).isEqualTo(20_000);
            assertThat(report.processNanos()).isNotNegative();
            assertThat(report.readyNanos()).isNotNegative();
            assertThat(report.version()).isEqualTo("llama.cpp 0.1.0-dev (build 1, commit 7e4c0a9)");
            assertThat(report.modelFile()).isEqualTo(Servings.SOURCE);
            assertThat(report.commandLine()).isEqualTo(newer.server().arguments());
            assertThat(running.endpoint().model()).isEqualTo(Servings.MODEL);
            assertThat(running.endpoint().dialect()).isEqualTo(Dialect.OPENAI_CHAT);
        }
        assertThat(ServerAddress.local(newer.server().port()).isListening()).isFalse();
    }

    @Test
    void logWithoutTimes_leavesAllToTheProcess() {
        FakeLauncher silent = new FakeLauncher(Helps.OLDER, List.of("main: loading model", "main: model loaded"));
        try (RunningEngine running = new LlamaServerEngine(silent)
                .start(Servings.PROGRAM.asPlainText().serving(), TIMEOUT)) {
            EngineStart report = running.startReport();

            assertThat(report.weightsNanos()).isZero();
            assertThat(report.readyNanos()).isZero();
            assertThat(report.processNanos()).isPositive();
            assertThat(running.endpoint().dialect()).isEqualTo(Dialect.OPENAI_COMPLETIONS);
        }
    }

    @Test
    void portOfThePlan_isWhereItIsLookedFor() {
        int port = FreePort.find();
        Servings servings = Servings.PROGRAM.withArguments(List.of("--port", "" + port), List.of());
        try (RunningEngine running = new LlamaServerEngine(newer).start(servings.serving(), TIMEOUT)) {
            assertThat(running.endpoint().base()).isEqualTo(URI.create("http://127.0.0.1:" + port));
        }
    }

    @Test
    void programThatIsNoLlamaServer_isRefusedWithWhatItPrinted() {
        FakeLauncher other = new FakeLauncher(List.of("usage: something else [--listen]"), List.of());

        assertThatThrownBy(() -> new LlamaServerEngine(other).start(Servings.PROGRAM.serving(), TIMEOUT))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("smol on local")
                .hasMessageContaining("is it a llama-server?")
                .hasMessageContaining("something else");
    }

    private static Invocation launched(FakeLauncher launcher, Servings servings) {
        new LlamaServerEngine(launcher).start(servings.serving(), TIMEOUT).unload();
        return launcher.server();
    }
}
