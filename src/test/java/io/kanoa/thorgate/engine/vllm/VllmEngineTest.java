package io.kanoa.thorgate.engine.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.SecondOpinionSource;
import io.kanoa.thorgate.engine.SelfWatch;
import io.kanoa.thorgate.engine.server.FakeHosted;
import io.kanoa.thorgate.engine.server.ScriptedHttp;
import io.kanoa.thorgate.engine.server.Servings;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.stream.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VllmEngineTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String ASLEEP = "{\"is_sleeping\":true}";
    private static final String AWAKE = "{\"is_sleeping\":false}";
    private static final Servings SLEEPER = Servings.PROGRAM.withArguments(List.of("--enable-sleep-mode"), List.of());

    @TempDir
    private Path folder;

    private final List<ScriptedHttp> servers = new ArrayList<>();
    private final List<RunningEngine> launched = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    /** The environment that was given to what was launched. */
    private final Map<String, String> told = new HashMap<>();

    private ScriptedHttp server;

    @BeforeEach
    void start() throws IOException {
        server = serverOn(0);
    }

    @AfterEach
    void stop() {
        launched.forEach(RunningEngine::unload);
        servers.forEach(ScriptedHttp::close);
    }

    @Test
    void launched_isReadyWhenItListsTheModel_andReported() {
        log.add("INFO Model loading took 14.9889 GiB and 0.000002 seconds");
        RunningEngine engine = launch(Servings.PROGRAM);

        assertThat(engine.endpoint().model()).isEqualTo(Servings.MODEL);
        assertThat(engine.endpoint().dialect()).isEqualTo(Dialect.OPENAI_CHAT);
        assertThat(engine.startReport().version()).isEqualTo("0.32.0");
        assertThat(engine.startReport().modelFile()).isEqualTo(Servings.SOURCE);
        assertThat(engine.startReport().weightsNanos()).isEqualTo(2_000);
        assertThat(engine.processId()).hasValue(FakeHosted.PID);
        assertThat(engine.sleeping()).isEmpty();
        engine.unload();
        assertThat(engine.isAlive()).isFalse();
    }

    @Test
    void socketsOfItsProcesses_goWithIt() {
        RunningEngine engine = launch(Servings.PROGRAM);
        Path folder = Path.of(told.get("VLLM_RPC_BASE_PATH"));
        assertThat(folder).isDirectory();

        engine.unload();

        assertThat(folder).doesNotExist();
    }

    @Test
    void socketsOfAStartThatFailed_goToo() {
        Engine engine = new VllmEngine(new Scripted(models("other", 4096)), folder);

        assertThatThrownBy(() -> engine.start(Servings.PROGRAM.serving(), Duration.ofMillis(300)))
                .isInstanceOf(EngineException.class);

        assertThat(Path.of(told.get("VLLM_RPC_BASE_PATH"))).doesNotExist();
    }

    @Test
    void socketsInAContainer_areLeftToIt() {
        Launch container = new Launch.Container("image", Optional.empty(), List.of(), List.of(), List.of(), false);

        launch(Servings.PROGRAM.by(container));

        assertThat(told).doesNotContainKey("VLLM_RPC_BASE_PATH");
    }

    @Test
    void plainText_isAskedWithoutATemplate() {
        assertThat(launch(Servings.PROGRAM.asPlainText()).endpoint().dialect()).isEqualTo(Dialect.OPENAI_COMPLETIONS);
    }

    @Test
    void healthyServerThatListsAnotherModel_isNotReady() {
        assertThatThrownBy(() -> new VllmEngine(new Scripted("{\"data\":[{\"id\":\"other\"}]}"), folder)
                        .start(Servings.PROGRAM.serving(), Duration.ofMillis(300)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("was not ready");
    }

    @Test
    void attached_isFoundByTheNameThatThePlanGives_andNeverPutToSleep() {
        server.answering("/v1/models", 200, models(Servings.SOURCE, 4096));
        RunningEngine engine =
                attach(SLEEPER.by(Servings.attachedTo(server.base()).launch()));

        assertThat(engine.endpoint().model()).isEqualTo(Servings.SOURCE);
        assertThat(engine.sleeping()).isEmpty();
        assertThat(engine.unload()).isZero();
        assertThat(engine.isAlive()).isTrue();
        assertThat(engine.secondOpinions())
                .extracting(SecondOpinionSource::tool)
                .containsExactly("vllm bench serve");
    }

    @Test
    void attachedWithATooSmallContext_isRefused() {
        assertThatThrownBy(() -> attach(Servings.attachedTo(server.base()).withContext(8192)))
                .hasMessageContaining("4096")
                .hasMessageContaining("8192");
    }

    @Test
    void attachedThatServesSomethingElse_isRefused_andSaysWhat() {
        server.answering("/v1/models", 200, models("other", 4096));

        assertThatThrownBy(() -> attach(Servings.attachedTo(server.base())))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("[other]")
                .hasMessageContaining(Servings.SOURCE);
    }

    @Test
    void watch_readsWhatWasAdded() {
        server.answering("/metrics", 200, metrics(10, 2, 0));
        SelfWatch watch = attach(Servings.attachedTo(server.base())).watchItself();
        server.answering("/metrics", 200, metrics(11, 6, 0));

        assertThat(watch.read())
                .singleElement()
                .extracting(ReportedFigure::value)
                .isEqualTo(250.0);
    }

    @Test
    void metricsThatCannotBeRead_areSaidToBe() {
        RunningEngine engine = attach(Servings.attachedTo(server.base()));

        assertThatThrownBy(engine::watchItself)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("/metrics")
                .hasMessageContaining("404");
    }

    @Test
    void sleepLevel1_wakesInOneStep() {
        RunningEngine engine = launch(SLEEPER);
        server.answering("/sleep", 200, "")
                .answering("/is_sleeping", 200, ASLEEP)
                .answering("/wake_up", 200, "");

        assertThat(engine.sleeping().orElseThrow().sleep(1)).isPositive();
        assertThat(engine.sleeping().orElseThrow().isAsleep()).isTrue();
        server.answering("/is_sleeping", 200, AWAKE);
        assertThat(engine.sleeping().orElseThrow().wake().weightsNanos()).isPositive();

        assertThat(posts()).containsExactly("POST /sleep?level=1 {}", "POST /wake_up {}");
    }

    @Test
    void sleepLevel2_readsTheWeightsAgain() {
        RunningEngine engine = launch(SLEEPER);
        server.answering("/sleep", 200, "")
                .answering("/is_sleeping", 200, ASLEEP)
                .answering("/wake_up", 200, "")
                .answering("/collective_rpc", 200, "{\"results\":[null]}");
        engine.sleeping().orElseThrow().sleep(2);
        server.answering("/is_sleeping", 200, AWAKE);
        engine.sleeping().orElseThrow().wake();

        assertThat(posts())
                .containsExactly(
                        "POST /sleep?level=2 {}",
                        "POST /wake_up?tags=weights {}",
                        "POST /collective_rpc {\"method\":\"reload_weights\"}",
                        "POST /wake_up?tags=kv_cache {}");
    }

    @Test
    void refusalToSleep_isToldInItsWords() {
        RunningEngine engine = launch(SLEEPER);
        server.answering("/sleep", 500, "no sleep today");

        assertThatThrownBy(() -> engine.sleeping().orElseThrow().sleep(1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("500")
                .hasMessageContaining("no sleep today");
    }

    @Test
    void sleepThatIsClaimedButIgnored_isNoSleep() {
        RunningEngine engine = launch(SLEEPER);
        server.answering("/sleep", 200, "").answering("/is_sleeping", 200, ASLEEP);
        log.add("(Worker pid=26080) WARNING sleep mode is not supported on CPU, ignore it.");

        assertThatThrownBy(() -> engine.sleeping().orElseThrow().sleep(1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("ignored");
    }

    private List<String> posts() {
        return server.requests().stream()
                .filter(request -> request.startsWith("POST"))
                .toList();
    }

    private RunningEngine launch(Servings servings) {
        RunningEngine engine =
                new VllmEngine(new Scripted(models(Servings.MODEL, 4096)), folder).start(servings.serving(), SOON);
        launched.add(engine);
        return engine;
    }

    private RunningEngine attach(Servings servings) {
        return new VllmEngine(new Scripted(""), folder).start(servings.serving(), SOON);
    }

    private ScriptedHttp serverOn(int port) throws IOException {
        ScriptedHttp made = ScriptedHttp.onPort(port)
                .answering("/health", 200, "")
                .answering("/version", 200, "{\"version\":\"0.32.0\"}")
                .answering("/v1/models", 200, models(Servings.MODEL, 4096));
        servers.add(made);
        return made;
    }

    private static String models(String id, int context) {
        return "{\"object\":\"list\",\"data\":[{\"id\":\"" + id + "\",\"max_model_len\":" + context + "}]}";
    }

    private static String metrics(double sum, double count, int running) {
        return "vllm:time_to_first_token_seconds_sum " + sum + "\nvllm:time_to_first_token_seconds_count " + count
                + "\nvllm:num_requests_running " + running + "\n";
    }

    /** Runs the scripted server in vLLM's place, on the port that vLLM was told. */
    private final class Scripted implements Launcher {

        private final String models;

        Scripted(String models) {
            this.models = models;
        }

        @Override
        public void prepare(Invocation invocation) {
            assertThat(invocation.program()).containsExactly("vllm", "serve");
        }

        @Override
        public Hosted launch(Invocation invocation) {
            try {
                told.putAll(invocation.environment());
                server = serverOn(invocation.port()).answering("/v1/models", 200, models);
                return FakeHosted.running(invocation.arguments(), log, server::close);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
