package io.kanoa.thorgate.engine.llamaserver;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.server.Servings;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The llama-server on the PATH with a small real model, whose file the variable or property {@code SMOLLM2_GGUF} names. */
public final class RealLlama {

    public static final Duration TIMEOUT = Duration.ofSeconds(60);
    public static final String PROMPT = "Tell me a long story about a lighthouse keeper and the sea.";

    private static final String VARIABLE = "SMOLLM2_GGUF";
    private static final int CONTEXT = 1024;

    private RealLlama() {}

    /** @param logs folder for its log; exists */
    public static Engine engine(Launcher launcher, Path logs) {
        return new LlamaServerDriver().open(new EngineSettings(logs, logs, launcher, name -> Optional.empty()));
    }

    public static Path model() {
        String path = System.getProperty(VARIABLE, System.getenv(VARIABLE));
        if (path == null || !Files.isReadable(Path.of(path))) {
            throw new AssertionError(
                    VARIABLE + "=" + path + " names no readable file: ci/engines/llama-server.sh brings one");
        }
        return Path.of(path).toAbsolutePath();
    }

    public static Servings servings() {
        return servings(model());
    }

    static Servings servings(Path file) {
        return Servings.PROGRAM.named(file.toString()).withContext(CONTEXT);
    }

    /** All logs in a folder, for messages. */
    static String logsIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                text.append(log.getFileName()).append(System.lineSeparator()).append(Files.readString(log));
            }
            return text.toString();
        } catch (IOException e) {
            return "logs that can't be read: " + e;
        }
    }

    /** A whole answer of that many tokens. */
    public static Timeline ask(Endpoint endpoint, int tokens) {
        try (StreamClient client = StreamClient.open()) {
            client.connect(endpoint);
            return client.send(
                    new GenerationRequest(endpoint, PROMPT, -1, tokens, 7, TIMEOUT, true), System.nanoTime());
        }
    }
}
