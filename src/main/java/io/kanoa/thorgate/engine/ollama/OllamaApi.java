package io.kanoa.thorgate.engine.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.server.ControlClient;
import io.kanoa.thorgate.engine.server.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The requests of Ollama's API that are not for tokens. Each throws an {@link EngineException} with the server's words. */
final class OllamaApi {

    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final Duration CREATION = Duration.ofMinutes(30);
    private static final int LINES_READ = 40;
    private static final String FROM = "FROM ";

    private final ControlClient client;
    private final IntFunction<List<String>> log;

    /** @param log the last lines of the server's log, as far as we have it */
    OllamaApi(URI base, IntFunction<List<String>> log) {
        this.client = new ControlClient(base);
        this.log = log;
    }

    URI base() {
        return client.base();
    }

    String version(Duration timeout) {
        return get("/api/version", timeout).path("version").asText("unknown");
    }

    /** Models that can be loaded. */
    List<InstalledModel> installed() {
        return installed(get("/api/tags", QUICK));
    }

    static List<InstalledModel> installed(JsonNode reply) {
        return list(reply).map(InstalledModel::of).toList();
    }

    /** Models that are loaded now. */
    List<LoadedModel> loaded() {
        return loaded(get("/api/ps", QUICK));
    }

    static List<LoadedModel> loaded(JsonNode reply) {
        return list(reply).map(LoadedModel::of).toList();
    }

    /** Loads a model to stay; an empty prompt generates nothing. */
    void load(String model, LoadOptions options, Duration timeout) {
        ObjectNode body = emptyPrompt(model).put("keep_alive", -1);
        ObjectNode named = body.putObject("options");
        options.values().forEach(named::put);
        post("/api/generate", body, timeout);
    }

    /** Asks for a model to be unloaded once it has nothing to answer. */
    void unload(String model) {
        post("/api/generate", emptyPrompt(model).put("keep_alive", 0), QUICK);
    }

    /** What it says of a model's weights: the types of its tensors, and what it calls the whole. */
    HeldWeights weights(String model) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("model", model).put("verbose", true);
        return weights(answer("/api/show", () -> client.post("/api/show", body, QUICK)));
    }

    static HeldWeights weights(JsonNode reply) {
        Stream<JsonNode> tensors = StreamSupport.stream(reply.path("tensors").spliterator(), false);
        HeldWeights held = HeldWeights.of(
                tensors.map(tensor -> tensor.path("type").asText()).toList());
        return held.alsoCalled("quantization_level "
                + reply.path("details").path("quantization_level").asText("not told"));
    }

    /** The blob with a model's weights, as the server sees it; empty where it does not tell. */
    Optional<String> weightFile(String model) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", model);
        return weightFile(answer("/api/show", () -> client.post("/api/show", body, QUICK)));
    }

    static Optional<String> weightFile(JsonNode reply) {
        return reply.path("modelfile")
                .asText()
                .lines()
                .filter(line -> line.startsWith(FROM))
                .map(line -> line.substring(FROM.length()).strip())
                .findFirst();
    }

    /**
     * Creates a model from blobs that were uploaded.
     *
     * @param files their digests by the names of the files
     */
    void create(String model, Map<String, String> files) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("model", model).put("stream", false);
        ObjectNode named = body.putObject("files");
        files.forEach(named::put);
        post("/api/create", body, CREATION);
    }

    private static ObjectNode emptyPrompt(String model) {
        return JsonNodeFactory.instance.objectNode().put("model", model).put("stream", false);
    }

    private static Stream<JsonNode> list(JsonNode reply) {
        return StreamSupport.stream(reply.path("models").spliterator(), false);
    }

    private JsonNode get(String path, Duration timeout) {
        return answer(path, () -> client.get(path, timeout));
    }

    private void post(String path, JsonNode body, Duration timeout) {
        answer(path, () -> client.post(path, body, timeout));
    }

    private interface Call {
        ControlClient.Reply reply() throws IOException;
    }

    private JsonNode answer(String path, Call call) {
        try {
            ControlClient.Reply reply = call.reply();
            if (!reply.isOk()) {
                throw refused(path, reply);
            }
            return reply.json();
        } catch (IOException e) {
            throw new EngineException("Ollama at " + base() + " gave no answer to " + path + ": " + e, e);
        }
    }

    private EngineException refused(String path, ControlClient.Reply reply) {
        String words = reply.json().path("error").asText(reply.words());
        List<String> lines = log.apply(LINES_READ);
        String why = StartFailure.in(List.of(words))
                .or(() -> StartFailure.in(lines))
                .map(cause -> "; " + cause.advice())
                .orElse("");
        return new EngineException(
                "Ollama at " + base() + " answered " + reply.status() + " to " + path + ": " + words + why,
                lines,
                words);
    }
}
