package io.kanoa.thorgate.engine.vllm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.server.ControlClient;
import io.kanoa.thorgate.engine.server.KeyAdvice;
import io.kanoa.thorgate.secret.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is asked of a vLLM server besides tokens. */
final class VllmApi {

    private static final Duration PROMPTLY = Duration.ofSeconds(5);
    private static final int SHOWN = 500;

    private final ControlClient client;

    /**
     * @param base scheme, host and port
     * @param apiKey that it wants to be shown, if it wants one
     */
    VllmApi(URI base, Optional<ApiKey> apiKey) {
        client = new ControlClient(base, apiKey);
    }

    /** Whether it is well and lists this model; false as well where nothing answers. */
    boolean isReady(String model) {
        return isHealthy() && listsNow(model);
    }

    boolean isHealthy() {
        try {
            return client.get("/health", PROMPTLY).isOk();
        } catch (IOException e) {
            return false;
        }
    }

    /** The names that it serves models by. */
    List<String> models() {
        return models(get("/v1/models").json());
    }

    /** Most tokens of prompt and answer; empty where it does not say. */
    OptionalInt context(String model) {
        return entries(get("/v1/models").json())
                .filter(entry -> model.equals(entry.path("id").textValue()))
                .map(entry -> entry.path("max_model_len"))
                .filter(JsonNode::isInt)
                .mapToInt(JsonNode::intValue)
                .findFirst();
    }

    String version() {
        return get("/version").json().path("version").asText("version not told");
    }

    /** Its metrics in Prometheus' text format. */
    String metrics() {
        return get("/metrics").body();
    }

    /** @throws EngineException if it does not answer with success */
    ControlClient.Reply get(String path) {
        try {
            return success(path, client.get(path, PROMPTLY));
        } catch (IOException e) {
            throw new EngineException("vLLM: " + client.base() + path + ": " + e.getMessage(), e);
        }
    }

    /** @throws EngineException if it does not answer with success; carries its words */
    ControlClient.Reply post(String path, JsonNode body, Duration timeout) {
        try {
            return success(path, client.post(path, body, timeout));
        } catch (IOException e) {
            throw new EngineException("vLLM: " + client.base() + path + ": " + e.getMessage(), e);
        }
    }

    ControlClient.Reply post(String path, Duration timeout) {
        return post(path, JsonNodeFactory.instance.objectNode(), timeout);
    }

    private ControlClient.Reply success(String path, ControlClient.Reply reply) {
        if (!reply.isOk()) {
            String words = reply.words();
            String shown = words.substring(0, Math.min(SHOWN, words.length()));
            throw new EngineException(
                    "vLLM: " + client.base() + path + " answers HTTP " + reply.status() + ": " + shown
                            + (reply.wantsKey() ? KeyAdvice.TEXT : ""),
                    List.of());
        }
        return reply;
    }

    private boolean listsNow(String model) {
        try {
            ControlClient.Reply reply = client.get("/v1/models", PROMPTLY);
            return reply.isOk() && models(reply.json()).contains(model);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> models(JsonNode json) {
        return entries(json).map(entry -> entry.path("id").asText()).toList();
    }

    private static Stream<JsonNode> entries(JsonNode json) {
        return StreamSupport.stream(json.path("data").spliterator(), false);
    }
}
