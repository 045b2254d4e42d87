package io.kanoa.thorgate.engine.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.Serving;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The answer to {@code /v1/models}; untrusted. */
record ServedModels(JsonNode json) {

    /**
     * Where the plan names the model for this engine, it is taken at its word: some servers load a model on its first request and
     * list it only then. A name that is only the model's source must be listed.
     *
     * @throws EngineException if it is not; names those that are
     */
    void require(Serving serving, ServerAddress address) {
        if (serving.onEngine().name().isEmpty() && !ids().contains(serving.modelName())) {
            throw new EngineException(
                    serving + ": " + address.base() + " does not list '" + serving.modelName() + "', but " + ids()
                            + "; name in the plan which of them serves model '"
                            + serving.model().id() + "' on engine '"
                            + serving.engine().id() + "'",
                    List.of());
        }
    }

    /** Most tokens of prompt and answer, as vLLM and SGLang tell. */
    OptionalInt context(String model) {
        return entries()
                .filter(entry -> model.equals(entry.path("id").textValue()))
                .map(entry -> entry.path("max_model_len"))
                .filter(JsonNode::isInt)
                .mapToInt(JsonNode::intValue)
                .findFirst();
    }

    private List<String> ids() {
        return entries()
                .map(entry -> entry.path("id"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private Stream<JsonNode> entries() {
        return StreamSupport.stream(json.path("data").spliterator(), false);
    }
}
