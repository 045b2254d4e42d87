package io.kanoa.thorgate.engine.llamaserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.engine.openai.OpenAiDriver;
import io.kanoa.thorgate.engine.server.FreePort;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.engine.server.Servings;
import io.kanoa.thorgate.engine.server.StartFailure;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real llama-server on the PATH. */
@Tag("engines")
@Tag("llama-server")
class RealLlamaServerTest {

    private static final int TOKENS = 48;

    @TempDir
    private Path folder;

    private CustodyLauncher launcher;

    @BeforeEach
    void openLauncher() {
        launcher = new CustodyLauncher(folder, folder);
    }

    @AfterEach
    void closeLauncher() {
        launcher.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answer_isAsLongAsAskedAndNothingComesFromACache(boolean chat) {
        Servings servings = chat ? RealLlama.servings() : RealLlama.servings().asPlainText();
        try (RunningEngine running = start(servings)) {
            Usage first = answered(RealLlama.ask(running.endpoint(), TOKENS));
            Usage again = answered(RealLlama.ask(running.endpoint(), TOKENS));

            assertThat(first.completionTokens()).isEqualTo(TOKENS);
            assertThat(first.promptTokens()).isBetween(10, 60);
            assertThat(again).isEqualTo(first);
            assertThat(again.cachedTokens()).isZero();
        }
    }

    @Test
    void load_isReportedInParts_andUnloadLeavesNeitherProcessNorListener() {
        long before = System.nanoTime();
        RunningEngine running = start(RealLlama.servings());
        long elapsed = System.nanoTime() - before;
        EngineStart report = running.startReport();
        assertThat(report.loadNanos()).isBetween(1L, elapsed);
        assertThat(report.processNanos()).isPositive();
        assertThat(report.weightsNanos()).isPositive();
        assertThat(report.version()).containsPattern("llama.cpp .*[0-9]");
        assertThat(running.weightFiles()).containsExactly(RealLlama.model().toAbsolutePath());
        assertThat(report.modelFile()).contains(RealLlama.model().toString()).contains("bytes)");
        ProcessHandle process =
                ProcessHandle.of(running.processId().orElseThrow()).orElseThrow();
        assertThat(process.isAlive()).isTrue();

        assertThat(running.unload()).isPositive();

        assertThat(process.isAlive()).isFalse();
        assertThat(new ServerAddress(running.endpoint().base()).isListening()).isFalse();
        assertThat(running.isAlive()).isFalse();
    }

    @Test
    void contextOfThePlan_isThatOfTheServer() {
        try (RunningEngine running = start(RealLlama.servings().withContext(512))) {
            Servings attached = Servings.attachedTo(running.endpoint().base())
                    .named(RealLlama.model().toString());

            assertThat(start(attached.withContext(512)).isAlive()).isTrue();
            assertThatThrownBy(() -> start(attached.withContext(513)))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("context of 512 tokens, the plan needs 513");
        }
    }

    @Test
    void serverThatIsAttachedTo_outlivesUs() {
        try (RunningEngine owned = start(RealLlama.servings())) {
            RunningEngine attached = start(Servings.attachedTo(owned.endpoint().base()));
            answered(RealLlama.ask(attached.endpoint(), TOKENS));
            assertThat(attached.startReport().version()).containsPattern("llama.cpp .*[0-9]");
            attached.close();

            RunningEngine asAnyOther = new OpenAiDriver()
                    .open(new EngineSettings(folder, folder, launcher, name -> Optional.empty()))
                    .start(
                            Servings.attachedTo(owned.endpoint().base())
                                    .named(Servings.MODEL)
                                    .serving(),
                            RealLlama.TIMEOUT);
            answered(RealLlama.ask(asAnyOther.endpoint(), TOKENS));
            asAnyOther.close();

            assertThat(owned.isAlive()).isTrue();
            answered(RealLlama.ask(owned.endpoint(), TOKENS));
        }
    }

    @Test
    void portThatIsTaken_isDiagnosedFromTheLog() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            LlamaRun run = new LlamaRun(RealLlama.servings().serving(), other.getLocalPort());
            launcher.prepare(run.asking());
            LlamaProgram program = new LlamaProbe(launcher, run).program();
            LlamaStart start =
                    new LlamaStart(run, program.version(), launcher.launch(run.serving(program)), System.nanoTime());

            assertThatThrownBy(() -> start.awaitReady(RealLlama.TIMEOUT))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining(StartFailure.PORT_TAKEN.advice());
        }
    }

    @Test
    void fileThatIsMissing_isDiagnosed() {
        fails(RealLlama.servings(folder.resolve("missing.gguf")), StartFailure.MODEL_MISSING);
    }

    @Test
    void fileThatIsNotWhole_isDiagnosed() throws Exception {
        byte[] whole = Files.readAllBytes(RealLlama.model());

        fails(file(Arrays.copyOf(whole, whole.length / 2)), StartFailure.DAMAGED_FILE);
        fails(file(Arrays.copyOf(whole, 4_000)), StartFailure.DAMAGED_FILE);
        fails(file("<html>404</html>".getBytes(StandardCharsets.US_ASCII)), StartFailure.DAMAGED_FILE);
    }

    @Test
    void architectureThatIsUnknown_isDiagnosed() throws Exception {
        byte[] bytes = Files.readAllBytes(RealLlama.model());
        String head = new String(bytes, 0, 4_000, StandardCharsets.ISO_8859_1);
        bytes[head.indexOf("llama")] = 'x';

        fails(file(bytes), StartFailure.UNSUPPORTED_FORMAT);
    }

    @Test
    void contextThatDoesNotFitIntoMemory_isDiagnosed() {
        fails(RealLlama.servings().withContext(50_000_000), StartFailure.OUT_OF_MEMORY);
    }

    @Test
    void programThatIsNotInstalled_isNamed() {
        Launch launch = new Launch.Program(Optional.of("no-such-llama-server"));

        assertThatThrownBy(() -> start(RealLlama.servings().by(launch)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no-such-llama-server");
    }

    @Test
    void argumentOfThePlan_thatTheServerDoesNotKnow_isInTheMessage() {
        Servings servings = RealLlama.servings()
                .withArguments(List.of("--port", String.valueOf(FreePort.find()), "--no-such-flag"), List.of());

        assertThatThrownBy(() -> start(servings))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(StartFailure.ARGUMENT_REFUSED.advice())
                .hasMessageContaining("--no-such-flag");
    }

    private void fails(Servings servings, StartFailure why) {
        assertThatThrownBy(() -> start(servings))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("before it was ready")
                .hasMessageContaining(why.advice());
        assertThat(ProcessHandle.current()
                        .descendants()
                        .map(process -> process.info().command()))
                .noneMatch(command -> command.orElse("").endsWith("llama-server"));
    }

    private RunningEngine start(Servings servings) {
        return RealLlama.engine(launcher, folder).start(servings.serving(), RealLlama.TIMEOUT);
    }

    private Servings file(byte[] content) throws IOException {
        return RealLlama.servings(Files.write(folder.resolve("other.gguf"), content));
    }

    private Usage answered(Timeline timeline) {
        assertThat(timeline.outcome()).as(() -> RealLlama.logsIn(folder)).isEqualTo(Outcome.OK);
        assertThat(timeline.text()).isNotBlank();
        return timeline.usage();
    }
}
