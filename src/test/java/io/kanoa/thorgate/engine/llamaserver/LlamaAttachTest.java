package io.kanoa.thorgate.engine.llamaserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.ScriptedHttp;
import io.kanoa.thorgate.engine.server.Servings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LlamaAttachTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String PROPS =
            "{\"default_generation_settings\":{\"n_ctx\":2048},\"model_path\":\"/models/smol.gguf\",\"build_info\":\"b11434-7e4c0a9\"}";

    private final FakeLauncher launcher = new FakeLauncher(Helps.NEWER, FakeLauncher.LOG);
    private ScriptedHttp server;

    @BeforeEach
    void serve() throws Exception {
        server = ScriptedHttp.onAnyPort().answering("/health", 200, "{}").answering("/props", 200, PROPS);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void server_isUsedAsItIsAndLeftRunning() {
        RunningEngine running = attach(Servings.attachedTo(server.base()).withContext(2048));
        assertThat(running.startReport().version()).isEqualTo("llama.cpp b11434-7e4c0a9");
        assertThat(running.startReport().modelFile()).isEqualTo("/models/smol.gguf");
        assertThat(running.endpoint().base()).isEqualTo(server.base());

        running.close();

        assertThat(running.isAlive()).isTrue();
        server.answering("/health", 503, "{}");
        assertThat(running.isAlive()).isFalse();
        assertThat(launcher.invocations()).extracting(Invocation::name).isEmpty();
        assertThat(server.requests()).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void contextThatIsTooSmall_isRefused() {
        assertThatThrownBy(() -> attach(Servings.attachedTo(server.base()).withContext(2049)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("context of 2048 tokens, the plan needs 2049");
    }

    @Test
    void anotherModelsFile_isRefused() {
        assertThatThrownBy(() -> attach(Servings.attachedTo(server.base()).named("/here/other.gguf")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("names /here/other.gguf, but the server serves /models/smol.gguf");
        assertThat(attach(Servings.attachedTo(server.base()).named("/here/smol.gguf"))
                        .isAlive())
                .isTrue();
        assertThat(attach(Servings.attachedTo(server.base()).named("somebody/repo:Q4"))
                        .isAlive())
                .isTrue();
    }

    @Test
    void serverOfAnotherKind_isRefused() {
        server.answering("/props", 404, "not found");

        assertThatThrownBy(() -> attach(Servings.attachedTo(server.base())))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("/props answers HTTP 404")
                .hasMessageContaining("openai");
    }

    private RunningEngine attach(Servings servings) {
        return new LlamaServerEngine(launcher).start(servings.serving(), TIMEOUT);
    }
}
