package io.kanoa.thorgate.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.ScriptedHttp;
import io.kanoa.thorgate.engine.server.Servings;
import io.kanoa.thorgate.stream.Dialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiDriverTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String MODELS =
            "{\"data\":[{\"id\":\"other\"},{\"id\":\"" + Servings.SOURCE + "\",\"max_model_len\":2048}]}";

    private final Engine engine = new OpenAiDriver()
            .open(new EngineSettings(Path.of("logs"), Path.of("cache"), new NoLauncher(), name -> Optional.empty()));
    private ScriptedHttp server;

    @BeforeEach
    void serve() throws Exception {
        server = ScriptedHttp.onAnyPort().answering("/v1/models", 200, MODELS, Map.of("Server", "uvicorn"));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void listedModel_isServedAndLeftRunning() {
        server.answering("/version", 200, "{\"version\":\"0.32.0\"}");
        RunningEngine running = attach(Servings.attachedTo(server.base()).withContext(2048));
        assertThat(running.endpoint().model()).isEqualTo(Servings.SOURCE);
        assertThat(running.endpoint().dialect()).isEqualTo(Dialect.OPENAI_CHAT);
        assertThat(running.startReport().version()).isEqualTo("0.32.0");

        assertThat(running.unload()).isZero();

        assertThat(running.isAlive()).isTrue();
        assertThat(server.requests()).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void modelThatIsNotListed_isReportedWithThoseThatAre() {
        server.answering("/v1/models", 200, "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");

        assertThatThrownBy(() -> attach(Servings.attachedTo(server.base())))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("does not list '" + Servings.SOURCE + "', but [a, b]")
                .hasMessageContaining("'" + Servings.MODEL + "' on engine '" + Servings.ENGINE + "'");
    }

    @Test
    void nameGivenInThePlan_isTakenAtItsWord() {
        RunningEngine running =
                attach(Servings.attachedTo(server.base()).named("loaded-later").asPlainText());

        assertThat(running.endpoint().model()).isEqualTo("loaded-later");
        assertThat(running.endpoint().dialect()).isEqualTo(Dialect.OPENAI_COMPLETIONS);
    }

    @Test
    void contextThatIsTooSmall_isRefused() {
        assertThatThrownBy(() -> attach(Servings.attachedTo(server.base()).withContext(2049)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("context of 2048 tokens, the plan needs 2049");
    }

    @Test
    void version_isLookedForWhereServersTellIt() {
        assertThat(version()).isEqualTo("uvicorn, version not told");

        server.answering("/version", 200, "{\"error\":\"Unexpected endpoint\"}");
        server.answering("/get_server_info", 200, "{\"version\":\"0.5.1\"}");
        assertThat(version()).isEqualTo("0.5.1");

        server.answering("/version", 200, "{\"version\":\"" + "9".repeat(5_000) + "\"}");
        assertThat(version()).hasSize(200);
    }

    @Test
    void serverThatWantsAKey_isReportedAtOnce() {
        server.answering("/v1/models", 401, "{}");

        assertThatThrownBy(() -> attach(Servings.attachedTo(server.base())))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("HTTP 401")
                .hasMessageContaining("it wants a key")
                .hasMessageContaining("api-key: ${VLLM_API_KEY}");
    }

    @Test
    void engineThatIsToBeStarted_isRefused() {
        assertThatThrownBy(() -> attach(Servings.PROGRAM))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("only attaches")
                .hasMessageContaining("engine 'local'");
    }

    private String version() {
        return attach(Servings.attachedTo(server.base())).startReport().version();
    }

    private RunningEngine attach(Servings servings) {
        return engine.start(servings.serving(), TIMEOUT);
    }

    private static final class NoLauncher implements Launcher {
        @Override
        public void prepare(Invocation invocation) {
            throw new AssertionError("launched " + invocation);
        }

        @Override
        public Hosted launch(Invocation invocation) {
            throw new AssertionError("launched " + invocation);
        }
    }
}
