package io.kanoa.thorgate.engine.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.engine.SecondOpinionSource;
import io.kanoa.thorgate.engine.SelfWatch;
import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.ModelOnEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real {@code vllm} from the PATH with a small model of dummy weights. One server for all tests that only ask; the later tests
 * end it and start others. It takes some ten minutes on two cores, most of them vLLM's own imports.
 */
@Tag("engines")
@Tag("vllm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealVllmTest {

    private static final String MODEL = "tiny";
    private static final String ENGINE = "vllm";
    private static final int CONTEXT = 2_048;
    private static final int OUTPUT_TOKENS = 32;

    /** A few ms on a quiet machine, several times that where others use the same two cores; more is an error of a clock. */
    private static final double OVERHEAD_MS = 30;

    private static final Duration START = Duration.ofMinutes(10);
    private static final List<String> ARGUMENTS = List.of("--load-format", "dummy", "--enforce-eager", "--seed", "0");

    private Path folder;
    private CustodyLauncher launcher;
    private Engine engine;
    private RunningEngine running;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        TinyModel.writeTo(folder.resolve("model"));
        Path logs = Files.createDirectories(folder.resolve("logs"));
        launcher = new CustodyLauncher(logs, folder.resolve("cache"));
        engine = new VllmDriver()
                .open(new EngineSettings(logs, folder.resolve("cache"), launcher, name -> Optional.empty()));
        running = engine.start(serving(new Launch.Program(Optional.empty()), ARGUMENTS), START);
    }

    @AfterAll
    void end() {
        launcher.close();
    }

    @Test
    @Order(1)
    void start_isReportedInParts() {
        assertThat(running.startReport().version()).matches("\\d+\\.\\d+.*");
        assertThat(running.startReport().loadNanos()).isBetween(1_000_000_000L, START.toNanos());
        assertThat(running.startReport().commandLine()).contains("serve", "--no-enable-prefix-caching");
        assertThat(running.endpoint().dialect()).isEqualTo(Dialect.OPENAI_CHAT);
        assertThat(running.sleeping()).isEmpty();
    }

    @Test
    @Order(2)
    void chatAndPlainText_areAnsweredInFull_withUsageAndWithoutCache() {
        Endpoint chat = running.endpoint();
        for (Endpoint endpoint : List.of(chat, new Endpoint(chat.base(), Dialect.OPENAI_COMPLETIONS, chat.model()))) {
            List<Timeline> answers = ask(endpoint, 2, OUTPUT_TOKENS);
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.outcome()).isEqualTo(Outcome.OK);
                assertThat(answer.usage().completionTokens()).isEqualTo(OUTPUT_TOKENS);
                assertThat(answer.usage().promptTokens()).isGreaterThan(200);
                assertThat(answer.usage().cachedTokens()).isLessThanOrEqualTo(0);
            });
        }
    }

    /**
     * Ours begins with the request's first byte and ends with the answer's first text; vLLM's lies within: it begins after the
     * request was parsed and ends before the answer is written. So ours is longer, by HTTP, JSON and the turns of Python's
     * event loop. Answers of one token, so that nothing else keeps the server from writing it.
     */
    @Test
    @Order(3)
    void timeToFirstToken_isALittleLongerThanItsOwn() {
        ask(running.endpoint(), 2, 1);
        SelfWatch watch = running.watchItself();
        List<Timeline> answers = ask(running.endpoint(), 12, 1);
        ReportedFigure its = of(watch.read(), Metric.TIME_TO_FIRST_TOKEN);

        double ours = meanMillis(answers, Timeline::firstChunkNanos);
        assertThat(its.n()).isEqualTo(12);
        assertThat(ours).as("mean ms, beside its %s", its).isBetween(its.value(), its.value() + OVERHEAD_MS);
    }

    /**
     * In longer answers the first token may be written long after vLLM stopped its clock for it: with few cores this server
     * writes most tokens of a short answer at once, at its end, and any client sees that. So the end of the answer must
     * agree, and the first token lie between vLLM's time for it and the end.
     */
    @Test
    @Order(3)
    void requestLatency_isALittleLongerThanItsOwn_andHoldsTheFirstToken() {
        SelfWatch watch = running.watchItself();
        List<Timeline> answers = ask(running.endpoint(), 12, OUTPUT_TOKENS);
        List<ReportedFigure> figures = watch.read();

        ReportedFigure its = of(figures, Metric.REQUEST_LATENCY);
        double ours = meanMillis(answers, Timeline::lastChunkNanos);
        assertThat(ours).as("mean ms, beside its %s", its).isBetween(its.value(), its.value() + OVERHEAD_MS);
        assertThat(meanMillis(answers, Timeline::firstChunkNanos))
                .isBetween(of(figures, Metric.TIME_TO_FIRST_TOKEN).value(), ours);
        assertThat(of(figures, Metric.INTER_TOKEN_LATENCY).n()).isEqualTo(12 * (OUTPUT_TOKENS - 1));
        assertThat(figures)
                .filteredOn(figure -> figure.name().equals("cached_prompt_tokens"))
                .singleElement()
                .satisfies(cached -> assertThat(cached.value()).isZero());
    }

    @Test
    @Order(4)
    void attached_isTheSameServer_andOutlivesItsUnload() {
        Launch attach = new Launch.Attach(running.endpoint().base());
        try (RunningEngine attached = engine.start(serving(attach, List.of()), START)) {
            assertThat(ask(attached.endpoint(), 1, OUTPUT_TOKENS).get(0).outcome())
                    .isEqualTo(Outcome.OK);
            attached.unload();
        }
        assertThat(ask(running.endpoint(), 1, OUTPUT_TOKENS).get(0).outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    @Order(5)
    void benchServe_measuresTheRunningServer() {
        SecondOpinion opinion = opinion(false);

        assertThat(opinion.command()).contains("bench", "serve", "--ignore-eos");
        assertThat(of(opinion.figures(), Metric.OUTPUT_SEQUENCE_LENGTH).value()).isEqualTo(OUTPUT_TOKENS);
        assertThat(of(opinion.figures(), Metric.INPUT_SEQUENCE_LENGTH).value()).isBetween(250.0, 262.0);
        assertThat(of(opinion.figures(), Metric.TIME_TO_FIRST_TOKEN).value()).isBetween(0.1, 10_000.0);
    }

    @Test
    @Order(6)
    void unload_leavesNoEngineCore() {
        List<ProcessHandle> family = family(running);
        assertThat(family.stream().map(RealVllmTest::title)).anyMatch(title -> title.contains("EngineCore"));

        running.unload();

        assertThat(family).noneMatch(RealVllmTest::runs);
        assertThat(running.isAlive()).isFalse();
    }

    @Test
    @Order(7)
    void benchLatency_loadsTheModelItself() {
        SecondOpinion opinion = opinion(true);

        assertThat(opinion.command()).contains("bench", "latency", "--batch-size");
        assertThat(of(opinion.figures(), Metric.REQUEST_LATENCY).value()).isBetween(1.0, 60_000.0);
        assertThat(of(opinion.figures(), Metric.REQUEST_LATENCY).n()).isEqualTo(4);
    }

    /** Its engine processes live on when the server is killed: they know nothing of it. */
    @Test
    @Order(8)
    void killedServer_leavesNoEngineCoreEither() {
        RunningEngine other = engine.start(serving(new Launch.Program(Optional.empty()), ARGUMENTS), START);
        List<ProcessHandle> family = family(other);
        ProcessHandle.of(other.processId().orElseThrow()).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !other.isAlive());

        other.unload();

        assertThat(family).hasSizeGreaterThan(1).noneMatch(RealVllmTest::runs);
    }

    /** The build for CPUs has no sleep mode. One that has it is to sleep and wake. */
    @Test
    @Order(9)
    void sleepMode_worksOrIsRefusedInItsWords() {
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--enable-sleep-mode");
        Serving sleeper = serving(new Launch.Program(Optional.empty()), arguments);

        assertThatThrownBy(() -> sleepAndWake(sleeper))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Sleep mode is not supported on current platform")
                .hasMessageContaining("refuses one of its arguments");
    }

    private void sleepAndWake(Serving sleeper) {
        try (RunningEngine awake = engine.start(sleeper, START)) {
            awake.sleeping().orElseThrow().sleep(1);
            awake.sleeping().orElseThrow().wake();
        }
    }

    private SecondOpinion opinion(boolean offline) {
        SecondOpinionSource source = running.secondOpinions().stream()
                .filter(candidate -> candidate.wantsEngineGone() == offline)
                .findFirst()
                .orElseThrow();
        return source.ask(new SecondOpinionSource.Shape(256, OUTPUT_TOKENS, 4), START);
    }

    private static ReportedFigure of(List<ReportedFigure> figures, Metric metric) {
        return figures.stream()
                .filter(figure -> figure.ours().equals(Optional.of(metric)))
                .findFirst()
                .orElseThrow();
    }

    private static double meanMillis(List<Timeline> answers, ToLongFunction<Timeline> until) {
        return answers.stream()
                .mapToDouble(answer -> (until.applyAsLong(answer) - answer.sentNanos()) / 1e6)
                .average()
                .orElseThrow();
    }

    private static List<Timeline> ask(Endpoint endpoint, int times, int tokens) {
        try (StreamClient client = StreamClient.open()) {
            List<Timeline> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                String prompt =
                        "request " + i + " of " + System.nanoTime() + " " + "tell me more about this ".repeat(24);
                client.connect(endpoint);
                answers.add(client.send(
                        new GenerationRequest(endpoint, prompt, -1, tokens, 1, Duration.ofSeconds(60), false),
                        System.nanoTime()));
            }
            return answers;
        }
    }

    private static List<ProcessHandle> family(RunningEngine engine) {
        ProcessHandle root = ProcessHandle.of(engine.processId().orElseThrow()).orElseThrow();
        List<ProcessHandle> family = new ArrayList<>(root.descendants().toList());
        family.add(root);
        return family;
    }

    private static String title(ProcessHandle process) {
        return proc(process, "cmdline");
    }

    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && !proc(process, "stat").contains(") Z ");
    }

    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private Serving serving(Launch launch, List<String> arguments) {
        EngineSpec spec = new EngineSpec(ENGINE, "vllm", arguments, Map.of("VLLM_CPU_KVCACHE_SPACE", "1"), launch);
        ModelOnEngine onEngine = new ModelOnEngine(
                Optional.of(folder.resolve("model").toString()), List.of(), OptionalInt.empty(), true);
        Model model = new Model(MODEL, "Tiny", List.of("chat"), "nobody/tiny", "BF16", null, Map.of(ENGINE, onEngine));
        return new Serving(model, spec, OptionalInt.of(CONTEXT));
    }
}
