package io.kanoa.thorgate.engine.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.server.ControlClient;
import io.kanoa.thorgate.engine.server.KeyAdvice;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.Serving;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a llama-server says of itself; untrusted. */
record LlamaProps(JsonNode json) {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    /** @throws EngineException if the server does not tell */
    static LlamaProps of(Serving serving, ServerAddress address) {
        try {
            ControlClient.Reply reply =
                    new ControlClient(address.base(), serving.engine().apiKey()).get("/props", ANSWERS_WITHIN);
            if (reply.isOk() && reply.json().isObject()) {
                return new LlamaProps(reply.json());
            }
            throw new EngineException(
                    serving + ": " + address.base() + "/props answers HTTP " + reply.status()
                            + (reply.wantsKey()
                                    ? KeyAdvice.TEXT
                                    : " and not as a llama-server does; for other engines take the driver openai"),
                    List.of());
        } catch (IOException e) {
            throw new EngineException(serving + ": " + address.base() + "/props: " + e.getMessage(), e);
        }
    }

    /** Most tokens of prompt and answer in one slot. */
    OptionalInt context() {
        JsonNode context = json.path("default_generation_settings").path("n_ctx");
        return context.isInt() ? OptionalInt.of(context.intValue()) : OptionalInt.empty();
    }

    String version() {
        return text("build_info").map(build -> "llama.cpp " + build).orElse("llama.cpp, version not told");
    }

    /** The file that it serves. */
    String model() {
        return text("model_path").or(() -> text("model_alias")).orElse("model not told");
    }

    /** @throws EngineException if the plan names a file for this engine and the server tells that it serves another */
    void require(Serving serving) {
        Optional<String> wanted = serving.onEngine().name().filter(name -> name.endsWith(".gguf"));
        Optional<String> served = text("model_path");
        if (wanted.isPresent() && served.isPresent() && !fileName(served.get()).equals(fileName(wanted.get()))) {
            throw new EngineException(
                    serving + ": the plan names " + wanted.get() + ", but the server serves " + served.get()
                            + "; start it with the plan's model, or name its file in the plan",
                    List.of());
        }
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(json.path(field).textValue()).filter(text -> !text.isBlank());
    }

    private static String fileName(String path) {
        return path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }
}
