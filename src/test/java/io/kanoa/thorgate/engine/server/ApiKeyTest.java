package io.kanoa.thorgate.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.engine.llamaserver.LlamaServerDriver;
import io.kanoa.thorgate.engine.openai.OpenAiDriver;
import io.kanoa.thorgate.engine.vllm.VllmDriver;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.secret.ApiKey;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Tokenizer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that want a key: each driver shows it with every request that it makes. */
class ApiKeyTest {

    private static final String KEY = "open-sesame";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Map<String, String> ANSWERS = Map.of(
            "/v1/models", "{\"data\":[{\"id\":\"" + Servings.SOURCE + "\"},{\"id\":\"" + Servings.MODEL + "\"}]}",
            "/version", "{\"version\":\"1\"}",
            "/props", "{\"build_info\":\"b1\"}",
            "/tokenize", "{\"count\": 3}",
            "/v1/chat/completions",
                    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n"
                            + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"b\"}}]}\n\n"
                            + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}\n\n"
                            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}\n\ndata: [DONE]\n\n");

    @TempDir
    private Path folder;

    static Stream<EngineDriver> drivers() {
        return Stream.of(new VllmDriver(), new OpenAiDriver(), new LlamaServerDriver());
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void key_isShownWithEachRequest(EngineDriver driver) throws Exception {
        try (GuardedHttp server = new GuardedHttp(KEY, ANSWERS);
                RunningEngine running = attach(driver, server, Optional.of(new ApiKey(KEY)));
                StreamClient client = StreamClient.open();
                Tokenizer tokenizer = new Tokenizer(running.endpoint())) {
            GenerationRequest question = new GenerationRequest(running.endpoint(), "Why?", -1, 2, 7, SOON, true);
            client.connect(running.endpoint());
            Timeline answer = client.send(question, System.nanoTime());

            assertThat(answer.outcome().isCompleted())
                    .as("%s", answer.outcome())
                    .isTrue();
            assertThat(tokenizer.count("Why?")).isEqualTo(3);
            assertThat(running.isAlive()).isTrue();
            assertThat(server.letIn()).contains("/v1/models", "/v1/chat/completions", "/tokenize");
            assertThat(running.endpoint().toString()).doesNotContain(KEY);
            assertThat(running.startReport().toString()).doesNotContain(KEY);
        }
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void serverThatWantsAKey_saysSo_andWhatToDo(EngineDriver driver) throws Exception {
        try (GuardedHttp server = new GuardedHttp(KEY, ANSWERS)) {
            assertThatThrownBy(() -> attach(driver, server, Optional.of(new ApiKey("wrong-key-of-mine"))))
                    .isInstanceOf(EngineException.class)
                    .hasMessageNotContaining("wrong-key-of-mine");
            assertThatThrownBy(() -> attach(driver, server, Optional.empty())).isInstanceOf(EngineException.class);
        }
    }

    private RunningEngine attach(EngineDriver driver, GuardedHttp server, Optional<ApiKey> key) {
        Serving plain = Servings.attachedTo(server.base()).serving();
        EngineSpec spec = plain.engine();
        Serving serving = new Serving(
                plain.model(),
                new EngineSpec(spec.id(), spec.driver(), spec.arguments(), spec.environment(), spec.launch(), key));
        Engine engine = driver.open(
                new EngineSettings(folder, folder, new CustodyLauncher(folder, folder), name -> Optional.empty()));
        return engine.start(serving, Duration.ofSeconds(2));
    }
}
