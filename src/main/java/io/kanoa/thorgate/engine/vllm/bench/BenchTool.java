package io.kanoa.thorgate.engine.vllm.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.awaitility.core.ConditionTimeoutException;

/** Runs {@code vllm bench} the way the engine itself is run, and reads the JSON that it writes. */
record BenchTool(Launcher launcher, Path folder, Serving serving) {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final int LINES_IN_MESSAGE = 20;

    /** What a run of the tool gave. */
    record Outcome(List<String> command, JsonNode json) {}

    /**
     * @param kind which benchmark, e.g. {@code serve}
     * @param arguments for the file that the result is to be written to
     * @throws EngineException if it left no result within {@code timeout}
     */
    Outcome run(String kind, Function<Path, List<String>> arguments, Duration timeout) {
        Path result = newFile(kind);
        Hosted tool = launch(kind, arguments.apply(result));
        try {
            awaitEnd(kind, tool, timeout);
        } finally {
            tool.end();
        }
        return new Outcome(tool.command(), read(kind, result, tool));
    }

    /** The model's name or folder, for tools that load it or its tokenizer. */
    String model() {
        Path path = modelPath();
        return Files.exists(path) ? path.toString() : serving.modelName();
    }

    private Hosted launch(String kind, List<String> arguments) {
        Invocation invocation = new Invocation(
                serving.engine().id() + "-bench-" + kind,
                launch(),
                List.of("vllm", "bench", kind),
                arguments,
                environment(),
                0,
                Files.exists(modelPath()) ? List.of(modelPath()) : List.of(),
                GRACE);
        launcher.prepare(invocation);
        return launcher.launch(invocation);
    }

    /** A container shares our network, where the server's port is to be found whatever network the server itself has. */
    private Launch launch() {
        Launch launch = serving.engine().launch();
        if (launch instanceof Launch.Container container) {
            List<String> runArguments = new ArrayList<>(container.runArguments());
            runArguments.addAll(List.of("--volume", folder.toAbsolutePath() + ":" + folder.toAbsolutePath()));
            return new Launch.Container(
                    container.image(), container.tool(), container.toolArguments(), runArguments, List.of(), false);
        }
        return launch instanceof Launch.Program ? launch : new Launch.Program(Optional.empty());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of("VLLM_NO_USAGE_STATS", "1"));
        serving.engine().apiKey().ifPresent(key -> environment.put("OPENAI_API_KEY", key.value()));
        environment.putAll(serving.engine().environment());
        return environment;
    }

    private static void awaitEnd(String kind, Hosted tool, Duration timeout) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(timeout)
                    .until(() -> !tool.isAlive());
        } catch (ConditionTimeoutException e) {
            throw failure(kind, "did not end within " + timeout.toSeconds() + " s", tool);
        }
    }

    private static JsonNode read(String kind, Path result, Hosted tool) {
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readString(result));
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw new EngineException("vllm bench " + kind + ": its result " + result + ": " + e.getMessage(), e);
        }
        throw failure(kind, tool.state() + " and left no result", tool);
    }

    private static EngineException failure(String kind, String what, Hosted tool) {
        return new EngineException("vllm bench " + kind + " " + what, tool.logTail(LINES_IN_MESSAGE));
    }

    private Path newFile(String kind) {
        try {
            return Files.createTempFile(folder.toAbsolutePath(), "vllm-bench-" + kind + "-", ".json");
        } catch (IOException e) {
            throw new UncheckedIOException("no file for results can be made in " + folder, e);
        }
    }

    private Path modelPath() {
        return Path.of(serving.modelName()).toAbsolutePath();
    }
}
