package io.kanoa.thorgate.engine.vllm;

import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.plan.Serving;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A serving and the port for it, as a command line. The plan's arguments come last and so win.
 *
 * <p>The cache of prompts' beginnings is off: an answer that comes out of it shows no prefill, and the gate counts one with
 * cached tokens as invalid. Prompts differ from their first words on, but a chat template begins all of them alike.
 *
 * @param sockets folder for the sockets that its processes speak to each other by, and leave; empty where it is in a container
 */
record VllmRun(Serving serving, int port, Optional<Path> sockets) {

    static final String SLEEP_FLAG = "--enable-sleep-mode";

    /** vLLM itself waits some seconds for requests under way and for its engine process. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    Invocation invocation() {
        return new Invocation(
                serving.engine().id() + "-" + serving.model().id(),
                serving.engine().launch(),
                List.of("vllm", "serve"),
                arguments(),
                environment(),
                port,
                Files.exists(modelFolder()) ? List.of(modelFolder()) : List.of(),
                GRACE);
    }

    boolean canSleep() {
        return serving.arguments().contains(SLEEP_FLAG);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add(Files.exists(modelFolder()) ? modelFolder().toString() : serving.modelName());
        arguments.addAll(List.of("--served-model-name", serving.model().id()));
        arguments.addAll(
                List.of("--host", Launcher.listenAddress(serving.engine().launch())));
        arguments.addAll(List.of("--port", String.valueOf(port)));
        serving.context().ifPresent(context -> arguments.addAll(List.of("--max-model-len", String.valueOf(context))));
        arguments.add("--no-enable-prefix-caching");
        arguments.addAll(serving.arguments());
        return arguments;
    }

    /** Sleep and wake are behind vLLM's development mode. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("VLLM_NO_USAGE_STATS", "1");
        sockets.ifPresent(folder -> environment.put("VLLM_RPC_BASE_PATH", folder.toString()));
        if (canSleep()) {
            environment.put("VLLM_SERVER_DEV_MODE", "1");
        }
        environment.putAll(serving.engine().environment());
        return environment;
    }

    private Path modelFolder() {
        return Path.of(serving.modelName()).toAbsolutePath();
    }
}
