package io.kanoa.thorgate.engine.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.engine.server.ControlClient;
import io.kanoa.thorgate.metrics.CrossCheck;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.Questions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real Ollama, found on the PATH, with a small real model; see ci/engines/ollama.sh. Its store is a temporary one. */
@Tag("engines")
@Tag("ollama")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealOllamaTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONTEXT = 2048;
    private static final int PROMPTS = 5;

    /** Long enough that what comes before Ollama's own clock, about 50 ms a request, is a small part of it. */
    private static final int PROMPT_TOKENS = 800;

    private static final int OUTPUT_TOKENS = 48;
    private static final String SINGLE_THREADED = "small:one-thread";

    @TempDir
    static Path folder;

    private CustodyLauncher launcher;
    private OllamaEngine engine;
    private EngineSpec spec;

    @BeforeAll
    void open() throws IOException {
        launcher = new CustodyLauncher(folder, folder);
        engine = new OllamaEngine(launcher);
        spec = Servings.spec(
                new Launch.Program(Optional.empty()),
                Map.of("OLLAMA_MODELS", folder.resolve("models").toString()));
        createSingleThreadedModel();
    }

    /** llama.cpp's threads wait for each other busily: on a machine that does other work, one thread is much the fastest. */
    private void createSingleThreadedModel() throws IOException {
        RunningEngine running = engine.start(Servings.of(spec, Servings.smallModel(), CONTEXT, true), PATIENCE);
        running.unload();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("model", SINGLE_THREADED)
                .put("from", running.endpoint().model())
                .put("stream", false);
        body.putObject("parameters").put("num_thread", 1);
        assertThat(new ControlClient(running.endpoint().base())
                        .post("/api/create", body, PATIENCE)
                        .isOk())
                .isTrue();
    }

    @AfterAll
    void close() {
        engine.close();
        launcher.close();
    }

    @Test
    void ggufFile_isCreatedLoadedAnsweredAndProvenUnloaded() {
        RunningEngine running = engine.start(Servings.of(spec, Servings.smallModel(), CONTEXT, true), PATIENCE);
        OllamaApi api = new OllamaApi(running.endpoint().base(), lines -> List.of());

        assertThat(api.loaded()).singleElement().satisfies(loaded -> {
            assertThat(loaded.name()).startsWith("thor-gate/smollm2-135m-instruct.q4_1-");
            assertThat(loaded.context()).isEqualTo(CONTEXT);
        });
        assertThat(running.startReport().modelFile()).contains("llama", "Q4_1", "CPU");
        assertThat(running.startReport().version()).startsWith("Ollama 0.");
        assertThat(running.startReport().weightsNanos()).isPositive();
        assertThat(running.weightFiles()).singleElement().satisfies(blob -> {
            assertThat(blob.getFileName().toString()).startsWith("sha256-");
            assertThat(blob).hasSameBinaryContentAs(Path.of(Servings.smallModel()));
        });
        assertThat(running.isAlive()).isTrue();
        List<ProcessHandle> holders = children(running);
        assertThat(holders).isNotEmpty();

        Timeline answer = ask(running.endpoint(), "Count to one hundred.", 8);
        assertThat(answer.outcome().isCompleted()).isTrue();
        assertThat(answer.chunks()).hasSizeGreaterThan(2);

        assertThat(running.unload()).isPositive();

        assertThat(api.loaded()).isEmpty();
        assertThat(holders).noneMatch(ProcessHandle::isAlive);
        assertThat(running.isAlive()).isFalse();
    }

    @Test
    void plainText_isNotPutIntoTheTemplate() {
        try (RunningEngine running = engine.start(serving(false), PATIENCE)) {
            Timeline answer = ask(running.endpoint(), "Once upon a time", 24);

            assertThat(running.endpoint().dialect()).isEqualTo(Dialect.OLLAMA_GENERATE);
            assertThat(answer.outcome().isCompleted()).isTrue();
            assertThat(answer.usage().promptTokens()).isEqualTo(4);
        }
    }

    @Test
    void openAiEndpoint_streamsWithUsage() {
        try (RunningEngine running = engine.start(serving(true), PATIENCE)) {
            Endpoint own = running.endpoint();
            Timeline answer = ask(new Endpoint(own.base(), Dialect.OPENAI_CHAT, own.model()), "Say something.", 24);

            assertThat(answer.outcome().isCompleted()).isTrue();
            assertThat(answer.usage().promptTokens()).isPositive();
            assertThat(answer.usage().completionTokens()).isBetween(2, 24);
        }
    }

    @Test
    void rates_areWithinTwoPercentOfItsDurations() {
        try (RunningEngine running = engine.start(serving(true), PATIENCE)) {
            List<Timeline> answers = conversation(running.endpoint());

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.outcome().isCompleted())
                            .as(answer.outcome().detail())
                            .isTrue());
            List<CrossCheck> checks = CrossCheck.of(evidence(answers));
            assertThat(checks)
                    .hasSize(2)
                    .allSatisfy(check -> assertThat(check.disagreement())
                            .as(check.toString())
                            .isCloseTo(0, within(2.0)));
        }
    }

    @Test
    void modelUnloadedByOthers_isNoticedAndSaid() {
        try (RunningEngine running = engine.start(serving(true), PATIENCE)) {
            new Residence(
                            Servings.attached(running.endpoint().base()),
                            running.endpoint().model(),
                            Set.of(),
                            PATIENCE)
                    .end();

            assertThat(running.isAlive()).isFalse();
            assertThat(running.logTail(3)).last().asString().contains("no longer holds");
        }
    }

    @Test
    void contextBeyondTheModels_isRefusedInsteadOfCut() {
        Serving tooLong = Servings.of(spec, Servings.smallModel(), 1 << 17, true);

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.start(tooLong, PATIENCE))
                .withMessageContaining("asked for a context of 131072 tokens and has 8192");
    }

    @Test
    void attached_isNeverStopped() {
        RunningEngine owned = engine.start(serving(true), PATIENCE);
        Endpoint endpoint = owned.endpoint();
        owned.unload();
        OllamaEngine visitor = new OllamaEngine(launcher);

        RunningEngine visiting = visitor.start(visit(endpoint, endpoint.model()), PATIENCE);
        assertThat(visiting.processId()).isEqualTo(owned.processId());
        assertThat(children(visiting)).isNotEmpty();
        assertThat(visiting.isAlive()).isTrue();
        visiting.unload();
        assertThat(visiting.isAlive()).isFalse();
        visitor.close();

        assertThat(new OllamaApi(endpoint.base(), lines -> List.of()).version(PATIENCE))
                .startsWith("0.");
    }

    @Test
    void modelOfSomebodyElse_isLeftAlone() {
        try (RunningEngine owned = engine.start(serving(true), PATIENCE)) {
            OllamaEngine visitor = new OllamaEngine(launcher);
            Serving same = visit(owned.endpoint(), owned.endpoint().model());

            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> visitor.start(same, PATIENCE))
                    .withMessageContaining("not ours to unload");
            assertThat(owned.isAlive()).isTrue();
        }
    }

    @Test
    void missingModel_isToldWithTheCommandThatFetchesIt() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.start(Servings.of(spec, "llama3:8b", CONTEXT, true), PATIENCE))
                .withMessageContaining("`ollama pull llama3:8b`");
    }

    private static Serving visit(Endpoint endpoint, String model) {
        return Servings.of(Servings.spec(new Launch.Attach(endpoint.base()), Map.of()), model, CONTEXT, true);
    }

    private Serving serving(boolean chat) {
        return Servings.of(spec, SINGLE_THREADED, CONTEXT, chat);
    }

    private static List<ProcessHandle> children(RunningEngine running) {
        return ProcessHandle.of(running.processId().orElseThrow())
                .orElseThrow()
                .descendants()
                .toList();
    }

    private static List<Timeline> conversation(Endpoint endpoint) {
        try (Questions questions = new Questions(endpoint, 71, PATIENCE);
                StreamClient client = StreamClient.open()) {
            return questions.make(PROMPTS, PROMPT_TOKENS).stream()
                    .map(prompt -> {
                        client.connect(endpoint);
                        return client.send(request(endpoint, prompt, PROMPT_TOKENS, OUTPUT_TOKENS), System.nanoTime());
                    })
                    .toList();
        }
    }

    private static Timeline ask(Endpoint endpoint, String prompt, int tokens) {
        try (StreamClient client = StreamClient.open()) {
            return client.send(request(endpoint, prompt, -1, tokens), System.nanoTime());
        }
    }

    private static GenerationRequest request(Endpoint endpoint, String prompt, int promptTokens, int tokens) {
        return new GenerationRequest(endpoint, prompt, promptTokens, tokens, 1, PATIENCE, false);
    }

    private Evidence evidence(List<Timeline> answers) {
        Sampling sampling = new Sampling(0, PROMPTS, OUTPUT_TOKENS, Duration.ZERO, PATIENCE, PATIENCE, PATIENCE);
        Work work = new Work.SingleUser(serving(true), new Context("2k", CONTEXT));
        Row row = new Row("A1@2k", "A", work, List.of(), sampling, new Background(1, 8, 8));
        return new Evidence(row, List.of(), answers, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
